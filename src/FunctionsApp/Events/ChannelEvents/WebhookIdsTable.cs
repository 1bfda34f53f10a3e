using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>256 partitions: the ids of the webhook messages that were processed.</summary>
public sealed class WebhookIdsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("WebhookIds"), retry);
