using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Eight partitions: the results of finished conversions by level of interest.</summary>
public sealed class ForecastsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Forecasts"), retry);
