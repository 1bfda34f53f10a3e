using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>One partition: messages that still return to their queues, and those that wait for an operator.</summary>
public sealed class PoisonedMessagesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("PoisonedMessages"), retry);
