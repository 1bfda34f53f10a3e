using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Audit;

/// <summary>A partition for each local day, the newest entry first.</summary>
public sealed class AuditTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Audit"), retry);
