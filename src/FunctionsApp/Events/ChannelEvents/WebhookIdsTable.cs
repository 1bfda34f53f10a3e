using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>The claimed webhook ids: 256 partitions by digest of the id.</summary>
public sealed class WebhookIdsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("WebhookIds"), retry);
