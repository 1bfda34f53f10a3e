using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Groups.Staff;

/// <summary>A partition for each staff member.</summary>
public sealed class StaffTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Staff"), retry);
