using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Shops;

/// <summary>Counts of refused messages: one partition with a row for each day, shop and reason.</summary>
public sealed class WebhookFailuresTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("WebhookFailures"), retry);
