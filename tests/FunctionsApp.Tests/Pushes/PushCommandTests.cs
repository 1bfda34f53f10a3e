using System.Net;
using System.Text.Json.Nodes;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Messaging.Deliveries;

namespace FunctionsApp.Tests.Pushes;

public sealed class PushCommandTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Held_push_is_not_sent_and_a_released_one_is()
    {
        var (group, push) = await PlannedAsync();

        Assert.Equal(PushState.Held, (await RunAsync(push, "hold")).State);
        await app.AdvanceAsync(push.PlannedAt - app.Now + TimeSpan.FromMinutes(30));
        Assert.Equal(PushState.Held, (await FirstAsync(group)).State);
        await RunAsync(push, "release");
        await app.RunUntilIdleAsync();

        var sent = await FirstAsync(group);
        Assert.Equal((PushState.Sent, true), (sent.State, sent.Late));
        Assert.Equal(["Hold", "Release"], sent.Changes.Select(change => change.Action.ToString()));
    }

    [Fact]
    public async Task Held_push_that_is_never_released_is_skipped_at_its_end()
    {
        var (group, push) = await PlannedAsync();
        await RunAsync(push, "hold");

        await app.AdvanceAsync(push.PlannedAt - app.Now + TimeSpan.FromHours(3));

        var skipped = await FirstAsync(group);
        Assert.Equal((PushState.Skipped, PushSkipCause.Held), (skipped.State, skipped.Cause));
    }

    [Fact]
    public async Task Push_is_sent_now_outside_the_window_and_only_once()
    {
        var (group, push) = await PlannedAsync(hour: 7);

        await RunAsync(push, "send-now");
        await app.AdvanceAsync(TimeSpan.FromHours(6));

        var sent = await FirstAsync(group);
        Assert.Equal((PushState.Sent, (DateTimeOffset?)app.Now.AddHours(-6)), (sent.State, sent.SentAt));
        Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Equal(HttpStatusCode.Conflict, (await app.CommandAsync(push.Id, "send-now")).Status);
    }

    [Fact]
    public async Task Moved_push_keeps_its_id_and_is_sent_at_its_new_instant()
    {
        var (group, push) = await PlannedAsync();
        var to = push.PlannedAt.AddHours(1);

        var moved = await RunAsync(push, "move", new JsonObject { ["at"] = to });
        await app.AdvanceAsync(to - app.Now);

        Assert.Equal((push.Id, to), (moved.Id, moved.PlannedAt));
        var sent = await FirstAsync(group);
        Assert.Equal((PushState.Sent, (DateTimeOffset?)to), (sent.State, sent.SentAt));
    }

    [Fact]
    public async Task Replaced_item_is_the_one_that_is_sent()
    {
        var (group, push) = await PlannedAsync();
        var other = await app.ApprovedAsync("另一条：水温怎么选");

        await RunAsync(push, "replace", new JsonObject { ["contentId"] = other });
        await app.AdvanceAsync(push.PlannedAt - app.Now);

        Assert.Equal((PushState.Sent, other), ((await FirstAsync(group)).State, (await FirstAsync(group)).ContentId));
        var line = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "push");
        Assert.Equal("另一条：水温怎么选", line.Text);
    }

    [Fact]
    public async Task Guard_is_overridden_with_a_reason_and_not_without()
    {
        var (group, push) = await PlannedAsync();
        await app.AdvanceAsync(push.PlannedAt - app.Now);
        var next = await NextAsync(group);
        var overrides = new JsonObject { ["overrides"] = new JsonArray("Reuse", "Spacing") };

        var refused = await app.CommandAsync(next.Id, "send-now", (JsonObject)overrides.DeepClone());
        overrides["reason"] = "客户要求再发一次";
        await RunAsync(next, "send-now", overrides);
        await app.RunUntilIdleAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var sent = Assert.Single(await app.PushesAsync(group), known => known.Id == next.Id);
        Assert.Equal(PushState.Sent, sent.State);
        Assert.Equal([PushGuard.Reuse, PushGuard.Spacing], sent.Changes[^1].Overrides);
    }

    [Fact]
    public async Task Sent_push_is_marked_as_recalled_and_takes_no_other_command()
    {
        var (group, push) = await PlannedAsync();
        await app.AdvanceAsync(push.PlannedAt - app.Now);

        var recalled = await RunAsync(push, "recall", new JsonObject { ["reason"] = "价格写错了" });

        Assert.Equal("价格写错了", recalled.Recall!.Reason);
        foreach (var command in new[] { "hold", "skip", "send-now" })
            Assert.Equal(HttpStatusCode.Conflict, (await app.CommandAsync(push.Id, command)).Status);
        Assert.Equal(PushState.Sent, (await FirstAsync(group)).State);
    }

    [Theory]
    [InlineData("hold", """{"by":""}""", "by")]
    [InlineData("move", """{"by":"小王"}""", "at")]
    [InlineData("move", """{"by":"小王","at":"2000-01-01T00:00:00Z"}""", "at")]
    [InlineData("move", """{"by":"小王","at":"2030-01-01T00:00:00Z"}""", "at")]
    [InlineData("replace", """{"by":"小王","contentId":"no-such-item"}""", "contentId")]
    [InlineData("send-now", """{"by":"小王","overrides":["GroupOpen"],"reason":"急"}""", "overrides")]
    [InlineData("send-now", """{"by":"小王","overrides":["Gravity"],"reason":"急"}""", "overrides[0]")]
    public async Task Wrong_command_is_400_and_changes_nothing(string command, string body, string field)
    {
        var (_, push) = await PlannedAsync();

        var refused = await app.PostAsync($"/api/pushes/{push.Id}/{command}", JsonNode.Parse(body)!);

        refused.ExpectingInvalid(field);
        Assert.Empty((await app.GetAsync($"/api/pushes/{push.Id}")).As<PushView>().Changes);
    }

    [Theory]
    [InlineData("tea-1~202612011030-0123456789ab")]
    [InlineData("nothing")]
    [InlineData("~~~")]
    public async Task Unknown_push_is_404(string id)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"/api/pushes/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CommandAsync(id, "hold")).Status);
    }

    // The brand's local hour is before the push, and before 9 outside the window.
    async Task<(string Group, PushView Push)> PlannedAsync(int hour = 8)
    {
        var local = app.Now.ToOffset(TimeSpan.FromHours(8));
        await app.AdvanceAsync(local.Date.AddDays(1).AddHours(hour) - local.DateTime);
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        return (group, await FirstAsync(group));
    }

    async Task<PushView> RunAsync(PushView push, string command, JsonObject? fields = null) =>
        (await app.CommandAsync(push.Id, command, fields)).Expecting(HttpStatusCode.OK).As<PushView>();

    async Task<PushView> FirstAsync(string group) => (await app.PushesAsync(group))[0];

    async Task<PushView> NextAsync(string group) =>
        (await app.PushesAsync(group)).First(push => push.State is PushState.Planned);
}
