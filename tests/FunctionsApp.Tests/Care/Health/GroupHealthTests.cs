using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Health;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Health;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Care.Feedback;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Care.Health;

public sealed class GroupHealthTests
{
    static readonly TimeSpan Night = TimeSpan.FromDays(1);

    [Fact]
    public async Task Group_that_falls_silent_is_dying_and_proposed_for_an_honest_end_until_it_recovers()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var (group, lively) = (await app.GroupAsync(), await app.GroupAsync());
        foreach (var id in new[] { group, lively }) await app.JoinAsync(id, "u1");
        await PostAsync(app, group, lively);
        for (var day = 0; day < 9; day++)
        {
            await app.AdvanceAsync(Night);
            await PostAsync(app, lively);
        }

        var health = await HealthAsync(app, group);
        Assert.Equal((GroupHealthState.Dying, true), (health.State, health.SilentDays >= 7));
        Assert.Contains($"{health.SilentDays} 天没有人说话", health.Reasons);
        Assert.Contains("体面地告别", health.Advice[^1], StringComparison.Ordinal);
        Assert.Equal(GroupHealthState.Healthy, (await HealthAsync(app, lively)).State);
        var asked = Assert.Single(await AskedAsync(app, group));
        Assert.Equal([group], (await ListAsync(app, "?state=Dying")).Select(listed => listed.GroupId));
        Assert.Equal([group, lively], (await ListAsync(app, "?")).Select(listed => listed.GroupId).Order());

        await app.AdvanceAsync(Night);
        Assert.Equal(asked.Id, Assert.Single(await AskedAsync(app, group)).Id);

        await PostAsync(app, group);
        await app.AdvanceAsync(2 * Night);
        Assert.Empty(await AskedAsync(app, group));
        Assert.Null(Assert.Single(await ListAsync(app, "?"), listed => listed.GroupId == group).DyingSince);
    }

    [Fact]
    public async Task Dissolved_group_is_assessed_no_more()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        await app.AdvanceAsync(2 * Night);
        Assert.Single(await ListAsync(app, "?"));

        await app.DissolvedAsync(group);
        await app.AdvanceAsync(Night);

        Assert.Empty(await ListAsync(app, "?"));
        (await app.GetAsync($"/api/groups/{group}/health")).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Many_leaves_in_a_week_are_a_reason_and_feedback_waits_for_an_answer()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        for (var member = 0; member < 60; member++) await app.JoinAsync(group, $"u{member}");
        for (var day = 0; day < 16; day++)
        {
            await PostAsync(app, group);
            await app.AdvanceAsync(Night);
        }

        for (var member = 0; member < 10; member++) await app.LeaveAsync(group, $"u{member}");
        await app.EnterAsync(group);
        await PostAsync(app, group);
        await app.AdvanceAsync(TimeSpan.FromHours(20));

        var health = await HealthAsync(app, group);
        Assert.Equal((GroupHealthState.Quiet, 1), (health.State, health.Unanswered));
        Assert.True(health.LeaveRate.Seen > health.LeaveRate.High);
        Assert.Equal(2, health.Reasons.Count);
    }

    [Fact]
    public async Task Review_date_opens_one_task_in_the_night_after_it()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.EditGroupAsync(group, new JsonObject
        {
            ["by"] = "小王",
            ["charter"] = new JsonObject { ["reviewAt"] = app.Now.AddDays(2) },
        });

        await app.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Empty(await ReviewsAsync(app, group));
        await app.AdvanceAsync(TimeSpan.FromDays(2));
        await app.DoneAsync(Assert.Single(await ReviewsAsync(app, group)).Id);
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Empty(await ReviewsAsync(app, group));
    }

    [Fact]
    public async Task Unknown_group_is_404_a_planned_one_409_and_a_wrong_state_400()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var planned = await app.GroupAsync(joinUrl: null);

        (await app.GetAsync("/api/groups/none/health")).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync($"/api/groups/{planned}/health")).Expecting(HttpStatusCode.Conflict);
        (await app.GetAsync("/api/group-health?state=Sick")).ExpectingInvalid("state");
        var flash = await app.GroupAsync(kind: nameof(GroupKind.Flash), endsAt: app.Now.AddDays(2));
        Assert.Equal(GroupHealthState.Healthy, (await HealthAsync(app, flash)).State);
    }

    static async Task PostAsync(AppHost app, params IEnumerable<string> groups)
    {
        foreach (var group in groups) await app.PostMessageAsync(group, "u1", "今天喝什么茶好");
        await app.RunUntilIdleAsync();
    }

    static async Task<GroupHealthView> HealthAsync(AppHost app, string group) =>
        (await app.GetAsync($"/api/groups/{group}/health")).Expecting(HttpStatusCode.OK).As<GroupHealthView>();

    static Task<IReadOnlyList<GroupHealthView>> ListAsync(AppHost app, string query) =>
        app.ListAsync<GroupHealthView>($"/api/group-health{query}");

    static async Task<IReadOnlyList<StaffTaskView>> ReviewsAsync(AppHost app, string group) =>
        [.. (await app.TasksAsync(group)).Where(task => task.Kind == StaffTaskKind.ReviewGroup)];

    static async Task<IReadOnlyList<StaffTaskView>> AskedAsync(
        AppHost app, string group) =>
        [.. (await app.TasksAsync(group)).Where(task => task.Kind == StaffTaskKind.DecideOnEnd)];
}
