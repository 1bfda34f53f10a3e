using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Health;

/// <summary>
/// The last assessment of each group, in one partition, so that neighbours are read and written together.
/// </summary>
public sealed class GroupHealthTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("GroupHealth"), retry);
