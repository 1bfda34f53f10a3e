using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.StaffTasks;

/// <summary>One partition: the staff inbox, written at the pace of people.</summary>
public sealed class StaffTasksTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("StaffTasks"), retry);
