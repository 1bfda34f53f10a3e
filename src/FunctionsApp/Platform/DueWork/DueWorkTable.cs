using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.DueWork;

/// <summary>Work that waits for its minute.</summary>
public sealed class DueWorkTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("DueWork"), retry);
