using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>The sheets of a local day in one partition, and what is in the sheets of an owner in another.</summary>
public sealed class DaySheetsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("DaySheets"), retry);
