using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Imports;

/// <summary>
/// Imports of files: a partition for each with its lines and results, one partition with the latest file of each shop,
/// and one that lists all imports by time.
/// </summary>
public sealed class OrderImportsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("OrderImports"), retry);
