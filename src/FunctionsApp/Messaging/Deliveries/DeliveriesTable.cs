using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Deliveries;

/// <summary>A partition for each group: the delivery ledger and the group's message budgets.</summary>
public sealed class DeliveriesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Deliveries"), retry);
