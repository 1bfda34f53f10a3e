using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>A partition for each campaign: the number of scans of each code, a row for each batch.</summary>
public sealed class ScansTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Scans"), retry);
