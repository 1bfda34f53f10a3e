using Community.Selling.Conversions;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Selling.Conversions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights;

/// <summary>The calibration of order forecasts.</summary>
public sealed class CalibrationEndpoint(ForecastStore forecasts)
{
    /// <summary>The calibration over all ended conversions, by class of group and in total.</summary>
    [Function("ForecastCalibration")]
    [Response<CalibrationView>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/forecast-calibration")]
        HttpRequest request)
    {
        var histories = await forecasts.ReadAsync();
        var total = histories.Values.Aggregate(ForecastHistory.None, (sum, history) => sum.Plus(history));
        return ApiJson.Json(new CalibrationView(
            [.. histories.Select(entry => CalibrationLine.From($"{entry.Key}", entry.Value))],
            CalibrationLine.From("All", total)));
    }
}

public sealed record CalibrationView(IReadOnlyList<CalibrationLine> Classes, CalibrationLine All);

/// <summary>
/// Forecast and counted orders of a class of groups: the mean error of a group, positive for more orders than
/// forecast, the mean absolute error, and the share of groups within the 80 % interval. The means are null without
/// groups.
/// </summary>
public sealed record CalibrationLine(
    string Class,
    int Groups,
    int Members,
    double Forecast,
    int Orders,
    double? MeanError,
    double? MeanAbsoluteError,
    double? Within80)
{
    public static CalibrationLine From(string name, ForecastHistory history) => new(
        name,
        history.Groups,
        history.Members,
        history.Expected,
        history.Orders,
        Mean(history.Orders - history.Expected, history),
        Mean(history.AbsoluteError, history),
        Mean(history.WithinInterval, history));

    static double? Mean(double sum, ForecastHistory history) => history.Groups == 0 ? null : sum / history.Groups;
}
