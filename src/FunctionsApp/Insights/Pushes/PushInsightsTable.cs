using System.Globalization;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// Figures of pushes: a partition for each planned local date, one for each item, and one for the position of the fold.
/// </summary>
public sealed class PushInsightsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("PushInsights"), retry)
{
    /// <summary>The partition of a planned local date.</summary>
    public static string KeyOf(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
