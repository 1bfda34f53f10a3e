using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// A partition for each promise: the promise, the progress of its units, their deliveries and the gain of members. A
/// partition for each group lists its promises, and one for each page leads to its unit.
/// </summary>
public sealed class PromisesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Promises"), retry);
