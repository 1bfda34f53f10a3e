using Community.Platform;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>
/// What a conversion brought, by group and by arm. Each test has a host of its own, since forecasts learn from all that
/// went before.
/// </summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Groups_of_the_holdout_get_the_link_without_the_warm_up_and_the_arms_are_held_against_each_other()
    {
        var groups = await app.GroupsAsync(4, members: 5);
        var plan = await app.PlanAsync(
            groups, body => (body["holdoutShare"], body["product"]!["offerCostMinor"]) = (0.5, 300));
        var (warm, cold) = (ArmOf(plan, Arm.WarmUp), ArmOf(plan, Arm.LinkOnly));
        Assert.Equal((2, 2), (warm.Count, cold.Count));
        await app.AdvanceToAsync(plan.LinkAt);
        foreach (var group in warm)
            Assert.Equal(
                ["warm-up", "link"],
                (
                    await app.DeliveriesAsync(group)).Where(line =>
                        line.Step != "welcome").Select(line => line.Step).Where(IsOurs));
        foreach (var group in cold)
            Assert.Equal(["link"], (await app.DeliveriesAsync(group)).Select(line => line.Step).Where(IsOurs));
        await app.ClickAsync(
            (await app.GetConversionAsync(plan.Id)).Groups.Single(group => group.GroupId == warm[0]).Link!, times: 3);
        await app.OrderAsync(plan.Id, warm[0], "order-1");
        await app.OrderAsync(plan.Id, warm[1], "order-2", units: 2);
        await app.OrderAsync(plan.Id, cold[0], "order-3");
        await app.OrderAsync(plan.Id, cold[0], "order-3", counts: false);

        await app.AdvanceToAsync(plan.ClosesAt);

        var ended = await app.GetConversionAsync(plan.Id);
        var first = ended.Groups.Single(group => group.GroupId == warm[0]);
        Assert.Equal(
            new ConversionOutcome(5, 3, 1, 1, 19900, MoneyByCurrency.Of(19900, "CNY"), 0.2, 300),
            first.Outcome);
        Assert.Equal(1 - first.Forecast!.Orders, first.Forecast.Error);
        Assert.Equal(
            new ConversionOutcome(10, 3, 2, 3, 59700, MoneyByCurrency.Of(59700, "CNY"), 0.2, 900),
            ended.Arms.Single(arm => arm.Arm is Arm.WarmUp).Outcome);
        Assert.Equal(
            new ConversionOutcome(10, 0, 0, 0, 0, MoneyByCurrency.None, 0, 0),
            ended.Arms.Single(arm => arm.Arm is Arm.LinkOnly).Outcome);
        Assert.Equal(0.2, ended.Uplift!.Difference, 1e-9);
        Assert.False(ended.Uplift.EnoughData);
        Assert.All(ended.Groups.Where(group => group.Arm is Arm.LinkOnly), group => Assert.Null(group.Interest));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_arms()
    {
        var plan = await app.PlanAsync(
            await app.GroupsAsync(6, 0), body => (body["holdoutShare"], body["seed"]) = (0.5, 7));

        Assert.Equal(
            ArmAssignment.Assign([.. plan.Groups.Select(group => group.GroupId)], 0.5, 7).Select(arm => arm.Arm),
            plan.Groups.Select(group => group.Arm));
        Assert.Equal(7, plan.Seed);
    }

    static IReadOnlyList<string> ArmOf(ConversionView plan, Arm arm) =>
        [.. plan.Groups.Where(group => group.Arm == arm).Select(group => group.GroupId)];

    static bool IsOurs(string step) => step is "warm-up" or "link" or "last-call" or "closing";
}
