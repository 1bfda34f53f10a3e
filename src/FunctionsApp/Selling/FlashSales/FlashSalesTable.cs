using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>A partition for each flash sale and its groups.</summary>
public sealed class FlashSalesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("FlashSales"), retry);
