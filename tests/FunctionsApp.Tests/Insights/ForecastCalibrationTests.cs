using Community.Selling.Conversions;
using FunctionsApp.Insights;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Insights;

/// <summary>Each test has its own host, because forecasts learn from all earlier conversions.</summary>
public sealed class ForecastCalibrationTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Forecast_is_made_before_the_link_and_later_ones_learn_from_its_outcome()
    {
        var group = Assert.Single(await app.GroupsAsync(1, members: 10));
        var first = await RunAsync(group, orders: 3);
        var predicted = Forecaster.Predict(ForecastClass.Low, 10, ForecastHistory.None);
        Assert.Equal((predicted.Orders, predicted.Low, predicted.High), (first.Orders, first.Low, first.High));
        Assert.Equal(3 - predicted.Orders, first.Error!.Value, 1e-9);

        var second = await RunAsync(group, orders: 1);

        var learned = Forecaster.Predict(ForecastClass.Low, 10, new ForecastHistory(1, 10, 3));
        Assert.Equal(learned.Orders, second.Orders, 1e-9);
        var calibration = await CalibrationAsync();
        var low = calibration.Classes.Single(line => line.Class == "Low");
        Assert.Equal((2, 20, 4, 0.5), (low.Groups, low.Members, low.Orders, low.Within80));
        Assert.Equal((4 - first.Orders - second.Orders) / 2, low.MeanError!.Value, 1e-9);
        Assert.Equal(low with { Class = "All" }, calibration.All);
    }

    [Fact]
    public async Task Order_that_arrives_within_an_hour_after_the_close_counts()
    {
        var group = Assert.Single(await app.GroupsAsync(1, members: 10));
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.ClosesAt.AddMinutes(5));
        await app.OrderAsync(plan.Id, group, "late");

        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));

        var forecast = (await app.GetConversionAsync(plan.Id)).Groups[0].Forecast!;
        Assert.Equal(1 - forecast.Orders, forecast.Error);
        var all = (await CalibrationAsync()).All;
        Assert.Equal((1, 1), (all.Groups, all.Orders));
    }

    [Fact]
    public async Task Cancelled_conversion_does_not_change_the_calibration()
    {
        var plan = await app.PlanAsync(await app.GroupsAsync(1, members: 10));
        await app.AdvanceToAsync(plan.LinkAt);
        await app.ControlAsync(plan.Id, "cancel");
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        var all = (await CalibrationAsync()).All;
        Assert.Equal((0, null), (all.Groups, all.Within80));
    }

    async Task<CalibrationView> CalibrationAsync() =>
        (await app.GetAsync("/api/insights/forecast-calibration")).As<CalibrationView>();

    async Task<ForecastView> RunAsync(string group, int orders)
    {
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LinkAt);
        for (var n = 0; n < orders; n++) await app.OrderAsync(plan.Id, group, $"{plan.Id}-{n}");
        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));
        return (await app.GetConversionAsync(plan.Id)).Groups[0].Forecast!;
    }
}
