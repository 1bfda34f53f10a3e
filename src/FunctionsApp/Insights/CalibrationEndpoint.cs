using Community.Selling.Conversions;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights;

/// <summary>How well orders were foretold.</summary>
public sealed class CalibrationEndpoint(ForecastStore histories)
{
    /// <summary>Over all conversions that ended: by class of group, and together.</summary>
    [Function("ForecastCalibration")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/insights/forecast-calibration")] HttpRequest request)
    {
        var history = await histories.ReadAsync();
        return ApiJson.Json(new CalibrationView(
            [.. history.Select(like => CalibrationLine.From($"{like.Key}", like.Value))],
            CalibrationLine.From("All", history.Values.Aggregate(ForecastHistory.None, (sum, one) => sum.Plus(one)))));
    }
}

/// <summary>The calibration by class, and over all.</summary>
public sealed record CalibrationView(IReadOnlyList<CalibrationLine> Classes, CalibrationLine All);

/// <summary>
/// Forecasts against what came: orders foretold and counted, the mean error a group (above zero where more came than was foretold), its mean size, and the
/// share of groups whose orders were within the 80 % interval. Means of no group are null.
/// </summary>
public sealed record CalibrationLine(string Class, int Groups, int Members, double Forecast, int Orders, double? MeanError, double? MeanAbsoluteError, double? Within80)
{
    /// <summary>The line of one class.</summary>
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
