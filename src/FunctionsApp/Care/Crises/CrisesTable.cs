using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// A partition for each crisis: the crisis, its timeline, its statements and the people in it. One partition more has
/// the complaints that may become crises.
/// </summary>
public sealed class CrisesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Crises"), retry);
