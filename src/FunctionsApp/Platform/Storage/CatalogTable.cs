using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>A partition for each kind of object: the ids that exist, for lists.</summary>
public sealed class CatalogTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Catalog"), retry);
