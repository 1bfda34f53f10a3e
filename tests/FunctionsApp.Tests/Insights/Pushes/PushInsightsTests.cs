using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Tests.Pushes;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Insights.Pushes;

public sealed class PushInsightsTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Finished_days_are_summed_over_groups_and_the_others_are_named()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var (item, first) = (await alone.DailyItemAsync("今天聊聊怎么存茶"), alone.Now);
        var groups = new[] { await alone.DailyGroupAsync(5, item), await alone.DailyGroupAsync(3) };
        await alone.AdvanceAsync(TimeSpan.FromHours(3));
        await alone.FollowAsync(groups[0], browsers: 2);
        await alone.LeaveAllAsync(groups[1], first: 0, count: 1);
        await alone.AdvanceAsync(3 * Day);

        var insights = await alone.PushInsightsAsync($"from={Text(first)}");

        Assert.Equal(Days(first, 2, 2), insights.PendingDays);
        Assert.Equal((4, 4, 0, 0), (
            insights.Total.Planned, insights.Total.OnTime, insights.Total.Late, insights.Total.Open));
        Assert.Equal((2, 2, 1), (insights.Total.Clicks, insights.Total.UniqueClicks, insights.Total.Leaves));
        Assert.Equal(("Useful", 4), (Assert.Single(insights.ByKind).Key, insights.ByKind[0].Planned));
        Assert.Equal([2, 2], insights.ByPlan.Select(plan => plan.Planned));
        Assert.Equal((null, 4), (Assert.Single(insights.ByOwner).Key, insights.ByOwner[0].Planned));
        Assert.Equal(("10", 4), (Assert.Single(insights.ByHour).Key, insights.ByHour[0].Planned));
    }

    [Fact]
    public async Task Group_is_computed_live_and_its_counted_days_are_the_same()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var first = alone.Now;
        var group = await alone.DailyGroupAsync(members: 5);
        await alone.DailyGroupAsync(members: 1);
        await alone.AdvanceAsync(TimeSpan.FromHours(3));
        await alone.FollowAsync(group, browsers: 2);
        var query = $"groupId={group}&from={Text(first)}&to={Text(first)}";
        var live = await alone.PushInsightsAsync(query);
        await alone.AdvanceAsync(3 * Day);

        var counted = await alone.PushInsightsAsync(query);

        Assert.Equal((1, 1, 2), (live.Total.Planned, live.Total.OnTime, live.Total.UniqueClicks));
        Assert.Empty(live.PendingDays);
        Assert.Equal(Body(live), Body(counted));
    }

    [Fact]
    public async Task Skipped_pushes_are_counted_by_their_reason()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var group = await alone.DailyGroupAsync(members: 1);
        await alone.PlanAsync(group, PushClient.Daily("s2", "11:00", await alone.DailyItemAsync("再聊聊")));
        (await alone.CommandAsync((await alone.PushesAsync(group))[0].Id, "skip")).Expecting(HttpStatusCode.OK);
        await alone.AdvanceAsync(2 * Day);

        var total = (await alone.PushInsightsAsync($"groupId={group}")).Total;

        // On the first day the first one is skipped by hand; on the second the second one is too close to the first.
        Assert.Equal((6, 2, 2), (total.Planned, total.OnTime, total.Open));
        Assert.Equal(["Operator", "Spacing"], total.Skipped.Keys.Order(StringComparer.Ordinal));
        Assert.All(total.Skipped.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Flagged_pushes_are_listed_with_their_range()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var group = await alone.DailyGroupAsync(members: 30);
        await alone.AdvanceAsync((8 * Day) + TimeSpan.FromHours(2));
        await alone.LeaveAllAsync(group, first: 0, count: 12);
        var push = (await alone.PastPushesAsync(group))[0];
        await alone.AdvanceAsync(3 * Day);

        foreach (var query in new[] { "", $"groupId={group}" })
        {
            var insights = await alone.PushInsightsAsync(query);

            Assert.Equal((1, 1), (insights.FlaggedCount, insights.Total.Flagged));
            var flagged = Assert.Single(insights.Flagged);
            Assert.Equal((push.Id, 30, 12, 8), (flagged.PushId, flagged.Members, flagged.Leaves, flagged.Days));
        }
    }

    [Fact]
    public async Task Day_stays_pending_until_its_moved_push_is_over()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var first = alone.Now;
        var group = await alone.GroupAsync();
        var monthly = PushClient.Daily("s1", "10:30", await alone.ApprovedAsync());
        monthly["at"]!["cron"] = "30 10 1 * *";
        await alone.PlanAsync(group, monthly);
        var push = (await alone.PushesAsync(group))[0];
        var move = new JsonObject { ["at"] = first.AddDays(5).AddHours(8).UtcDateTime.ToString("O") };
        (await alone.CommandAsync(push.Id, "move", move)).Expecting(HttpStatusCode.OK);
        var query = $"from={Text(first)}&to={Text(first)}";

        await alone.AdvanceAsync(5 * Day);
        var waiting = await alone.PushInsightsAsync(query);
        await alone.AdvanceAsync(3 * Day);
        var counted = await alone.PushInsightsAsync(query);

        Assert.Equal((0, 1), (waiting.Total.Planned, waiting.PendingDays.Count));
        Assert.Equal((1, 1, 0), (counted.Total.Planned, counted.Total.OnTime, counted.PendingDays.Count));
    }

    [Fact]
    public async Task Figures_of_days_are_deleted_after_400_days()
    {
        var waiting = app.Services.GetRequiredService<WaitingGroupStore>();
        var positions = app.Services.GetRequiredService<FoldPositionStore>();
        var today = DateOnly.FromDateTime(app.Now.UtcDateTime);
        DateOnly[] old = [today.AddDays(-402), today.AddDays(-399)];
        foreach (var day in old) await waiting.AddAsync(day, [new WaitingGroup("g", app.Now)]);
        await positions.ChangeAsync(position => position.Add(old));

        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(await waiting.ReadAsync(old[0], after: null, 10));
        Assert.DoesNotContain(old[0], (await positions.FindAsync()).Kept);
        Assert.Contains(old[1], (await positions.FindAsync()).Kept);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-13-01", "from")]
    [InlineData("to=12", "to")]
    [InlineData("from=2026-12-02&to=2026-12-01", "to")]
    [InlineData("from=2026-09-01&to=2026-12-02", "to")]
    public async Task Wrong_range_is_refused(string query, string field) =>
        (await app.GetAsync($"/api/insights/pushes?{query}")).ExpectingInvalid(field);

    [Fact]
    public async Task Range_may_have_92_days_and_be_named_by_instants()
    {
        Assert.Empty((await app.PushInsightsAsync("from=2026-09-01&to=2026-12-01")).ByKind);
        var insights = await app.PushInsightsAsync("from=2026-11-30T16:30:00Z&to=2026-12-01T15:00:00Z");
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)), (insights.From, insights.To));
    }

    [Fact]
    public async Task Unknown_group_is_not_found() =>
        (await app.GetAsync("/api/insights/pushes?groupId=nobody")).Expecting(HttpStatusCode.NotFound);

    static string Body(PushInsightsView view) => System.Text.Json.JsonSerializer.Serialize(view);

    static string Text(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<DateOnly> Days(DateTimeOffset first, int skipped, int count) =>
        Enumerable.Range(skipped, count).Select(DateOnly.FromDateTime(first.Date).AddDays);
}
