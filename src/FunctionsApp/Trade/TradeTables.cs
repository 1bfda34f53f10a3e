using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade;

/// <summary>
/// For each shop 256 partitions of orders, one partition for each month of the list and 256 of buyers.
/// </summary>
public sealed class OrdersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Orders"), retry);

/// <summary>
/// Bodies that are too large for a queue message, until they are handled: 16 partitions for each day.
/// </summary>
public sealed class ShopBodiesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("ShopBodies"), retry);

/// <summary>Counts of refused messages: one partition with a row for each day, shop and reason.</summary>
public sealed class WebhookFailuresTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("WebhookFailures"), retry);
