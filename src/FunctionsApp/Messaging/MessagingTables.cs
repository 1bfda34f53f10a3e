using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging;

/// <summary>A partition for each group: the delivery ledger and the group's message budgets.</summary>
public sealed class DeliveriesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Deliveries"), retry);

/// <summary>The staff inbox in one partition, because people write slowly.</summary>
public sealed class StaffTasksTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("StaffTasks"), retry);

/// <summary>A partition for each group: the calls that the simulated channel received.</summary>
public sealed class SimulatedChannelTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("SimulatedChannel"), retry);
