using System.Net;
using FunctionsApp.Insights.Groups;
using FunctionsApp.Tests.Insights.Pushes;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Pushes;

namespace FunctionsApp.Tests.Insights.Groups;

public sealed class GroupInsightsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Joins_and_leaves_are_shown_by_day_with_what_was_expected()
    {
        await using var alone = await AppHost.StartAsync(new AppHostSetup());
        var group = await alone.DailyGroupAsync(members: 20);
        await alone.AdvanceAsync(TimeSpan.FromDays(9));
        await alone.LeaveAllAsync(group, first: 0, count: 3);

        var days = (await DaysAsync(alone, group, "from=2026-11-20")).Days;

        Assert.Equal(new DateOnly(2026, 12, 1), days[0].Date);
        Assert.Equal((20, 20, 0, null), (days[0].Members, days[0].Joins, days[0].Leaves, days[0].ExpectedHigh));
        Assert.Equal((17, 0, 3, 0), (days[^1].Members, days[^1].Joins, days[^1].Leaves, days[^1].ExpectedLow));
        Assert.NotNull(days[^1].ExpectedHigh);
        Assert.Equal(10, days.Count);
    }

    [Fact]
    public async Task Wrong_range_is_400_and_an_unknown_group_is_404()
    {
        var group = await app.GroupAsync();

        (await app.GetAsync($"/api/insights/groups/{group}?from=x")).ExpectingInvalid("from");
        (await app.GetAsync($"/api/insights/groups/{group}?from=2026-12-02&to=2026-12-01")).ExpectingInvalid("to");
        (await app.GetAsync("/api/insights/groups/nothing")).IsProblem(HttpStatusCode.NotFound);
    }

    static async Task<GroupInsightsView> DaysAsync(AppHost app, string group, string query) =>
        (await app.GetAsync($"/api/insights/groups/{group}?{query}"))
            .Expecting(HttpStatusCode.OK).As<GroupInsightsView>();
}
