using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling;

/// <summary>A partition for each offer: its links, clicks and sales.</summary>
public sealed class OffersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Offers"), retry);

/// <summary>A partition for each conversion, and one for each of its groups with the group's interest.</summary>
public sealed class ConversionsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Conversions"), retry);

/// <summary>Eight partitions: the results of finished conversions by level of interest.</summary>
public sealed class ForecastsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Forecasts"), retry);

/// <summary>A partition for each flash sale and its groups.</summary>
public sealed class FlashSalesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("FlashSales"), retry);
