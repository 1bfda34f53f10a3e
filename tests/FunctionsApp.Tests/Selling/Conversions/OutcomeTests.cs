using System.Text.Json.Nodes;
using Community.Selling.Conversions;
using FunctionsApp.Insights;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>What a conversion brought, by group and by arm. Each test has a host of its own, since forecasts learn from all that went before.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Groups_of_the_holdout_get_the_link_without_the_warm_up_and_the_arms_are_held_against_each_other()
    {
        var groups = await GroupsAsync(4, members: 5);
        var plan = await app.PlanAsync(groups, body => (body["holdoutShare"], body["product"]!["offerCostMinor"]) = (0.5, 300));
        var (warm, cold) = (ArmOf(plan, Arm.WarmUp), ArmOf(plan, Arm.LinkOnly));
        Assert.Equal((2, 2), (warm.Count, cold.Count));
        await app.AdvanceToAsync(plan.LinkAt);
        foreach (var group in warm) Assert.Equal(["warm-up", "link"], (await app.DeliveriesAsync(group)).Where(line => line.Step != "welcome").Select(line => line.Step).Where(IsOurs));
        foreach (var group in cold) Assert.Equal(["link"], (await app.DeliveriesAsync(group)).Select(line => line.Step).Where(IsOurs));
        await app.ClickAsync((await app.GetConversionAsync(plan.Id)).Groups.Single(group => group.GroupId == warm[0]).Link!, times: 3);
        await app.OrderAsync(plan.Id, warm[0], "order-1");
        await app.OrderAsync(plan.Id, warm[1], "order-2", units: 2);
        await app.OrderAsync(plan.Id, cold[0], "order-3");
        await app.OrderAsync(plan.Id, cold[0], "order-3", counts: false);

        await app.AdvanceToAsync(plan.ClosesAt);

        var ended = await app.GetConversionAsync(plan.Id);
        var first = ended.Groups.Single(group => group.GroupId == warm[0]);
        Assert.Equal(new ConversionOutcome(5, 3, 1, 1, 19900, 0.2, 300), first.Outcome);
        Assert.Equal(1 - first.Forecast!.Orders, first.Forecast.Error);
        Assert.Equal(new ConversionOutcome(10, 3, 2, 3, 59700, 0.2, 900), ended.Arms.Single(arm => arm.Arm is Arm.WarmUp).Outcome);
        Assert.Equal(new ConversionOutcome(10, 0, 0, 0, 0, 0, 0), ended.Arms.Single(arm => arm.Arm is Arm.LinkOnly).Outcome);
        Assert.Equal(0.2, ended.Uplift!.Difference, 1e-9);
        Assert.False(ended.Uplift.EnoughData);
        Assert.All(ended.Groups.Where(group => group.Arm is Arm.LinkOnly), group => Assert.Null(group.Interest));
    }

    [Fact]
    public async Task The_arms_can_be_told_again_from_the_seed()
    {
        var plan = await app.PlanAsync(await GroupsAsync(6, 0), body => (body["holdoutShare"], body["seed"]) = (0.5, 7));

        Assert.Equal(ArmAssignment.Assign([.. plan.Groups.Select(group => group.GroupId)], 0.5, 7).Select(arm => arm.Arm), plan.Groups.Select(group => group.Arm));
        Assert.Equal(7, plan.Seed);
    }

    [Fact]
    public async Task A_forecast_is_made_before_the_link_and_later_ones_learn_from_how_it_went()
    {
        var group = Assert.Single(await GroupsAsync(1, members: 10));
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
        var group = Assert.Single(await GroupsAsync(1, members: 10));
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
        var plan = await app.PlanAsync(await GroupsAsync(1, members: 10));
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

    async Task<IReadOnlyList<string>> GroupsAsync(int count, int members)
    {
        List<string> groups = [];
        for (var n = 0; n < count; n++)
        {
            groups.Add(await app.GroupAsync());
            for (var member = 0; member < members; member++) await app.JoinAsync(groups[n], $"u{n}-{member}");
        }

        return groups;
    }

    static IReadOnlyList<string> ArmOf(ConversionView plan, Arm arm) => [.. plan.Groups.Where(group => group.Arm == arm).Select(group => group.GroupId)];

    static bool IsOurs(string step) => step is "warm-up" or "link" or "last-call" or "closing";
}
