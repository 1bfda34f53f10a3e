using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Bodies that are too large for a queue message, until they are handled: 16 partitions for each day.
/// </summary>
public sealed class ShopBodiesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("ShopBodies"), retry);
