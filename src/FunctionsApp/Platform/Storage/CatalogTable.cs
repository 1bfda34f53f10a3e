using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// A partition for each kind of document with its ids, for lists, and the version of the stored format.
/// </summary>
public sealed class CatalogTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Catalog"), retry);
