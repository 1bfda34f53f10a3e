using Community.Selling.Conversions;
using FunctionsApp.Insights;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Insights;

/// <summary>Each test has a host of its own, since forecasts learn from all conversions before them.</summary>
public sealed class ForecastCalibrationTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_forecast_is_made_before_the_link_and_later_ones_learn_from_how_it_went()
    {
        var group = Assert.Single(await app.GroupsAsync(1, members: 10));
        var first = await RunAsync(group, orders: 3);
        var foretold = Forecaster.Predict(ForecastClass.Low, 10, ForecastHistory.None);
        Assert.Equal((foretold.Orders, foretold.Low, foretold.High), (first.Orders, first.Low, first.High));
        Assert.Equal(3 - foretold.Orders, first.Error!.Value, 1e-9);

        var second = await RunAsync(group, orders: 1);

        Assert.Equal(Forecaster.Predict(ForecastClass.Low, 10, new ForecastHistory(1, 10, 3)).Orders, second.Orders, 1e-9);
        var calibration = (await app.GetAsync("/api/insights/forecast-calibration")).As<CalibrationView>();
        var low = calibration.Classes.Single(line => line.Class == "Low");
        Assert.Equal((2, 20, 4, 0.5), (low.Groups, low.Members, low.Orders, low.Within80));
        Assert.Equal((4 - first.Orders - second.Orders) / 2, low.MeanError!.Value, 1e-9);
        Assert.Equal(low with { Class = "All" }, calibration.All);
    }

    [Fact]
    public async Task An_order_that_is_told_within_the_hour_still_counts()
    {
        var group = Assert.Single(await app.GroupsAsync(1, members: 10));
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.ClosesAt.AddMinutes(5));
        await app.OrderAsync(plan.Id, group, "late");

        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));

        var forecast = (await app.GetConversionAsync(plan.Id)).Groups[0].Forecast!;
        Assert.Equal(1 - forecast.Orders, forecast.Error);
        Assert.Equal((1, 1), (await app.GetAsync("/api/insights/forecast-calibration")).As<CalibrationView>().All is var all ? (all.Groups, all.Orders) : default);
    }

    [Fact]
    public async Task Nothing_is_learnt_from_a_conversion_that_was_cancelled()
    {
        var plan = await app.PlanAsync(await app.GroupsAsync(1, members: 10));
        await app.AdvanceToAsync(plan.LinkAt);
        await app.ControlAsync(plan.Id, "cancel");
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        var all = (await app.GetAsync("/api/insights/forecast-calibration")).As<CalibrationView>().All;
        Assert.Equal((0, null), (all.Groups, all.Within80));
    }

    async Task<ForecastView> RunAsync(string group, int orders)
    {
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.LinkAt);
        for (var n = 0; n < orders; n++) await app.OrderAsync(plan.Id, group, $"{plan.Id}-{n}");
        await app.AdvanceToAsync(plan.ClosesAt.AddHours(2));
        return (await app.GetConversionAsync(plan.Id)).Groups[0].Forecast!;
    }
}
