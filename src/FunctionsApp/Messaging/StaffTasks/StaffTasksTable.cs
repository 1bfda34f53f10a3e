using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>The staff inbox in one partition, because people write slowly.</summary>
public sealed class StaffTasksTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("StaffTasks"), retry);
