using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// For each shop 256 partitions of orders, one partition for each month of the list and 256 of buyers.
/// </summary>
public sealed class OrdersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Orders"), retry);
