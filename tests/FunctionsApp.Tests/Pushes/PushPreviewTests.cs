using System.Net;
using System.Text.Json.Nodes;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;

namespace FunctionsApp.Tests.Pushes;

public sealed class PushPreviewTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Preview_of_two_weeks_is_what_happens()
    {
        var group = await app.GroupAsync();
        var tag = app.NewId("tag");
        for (var i = 0; i < 4; i++) await app.ApprovedAsync($"第 {i} 条", tag: tag);
        var promotion = await app.ApprovedAsync("今天上新", kind: "Promotion", tag: app.NewId("tag"));
        var draw = PushClient.Daily("morning", "10:30", "");
        draw.Remove("content");
        draw["draw"] = new JsonObject { ["kind"] = "Useful", ["tags"] = new JsonArray(tag) };
        var plan = await app.PlanAsync(
            group,
            draw,
            PushClient.Daily("early", "07:30", promotion),
            PushClient.Daily("noon", "11:00", await app.ApprovedAsync("好玩的", kind: "Fun")));
        var until = app.Now.AddDays(10);
        var preview = await app.ListAsync<PreviewItem>($"/api/push-plans/{plan}/preview?to={Text(until)}&");
        Assert.Contains(preview, item => item.Outcome == "WillSend");
        Assert.Contains(preview, item => item.Outcome == "WillSkip");

        await app.AdvanceAsync(until - app.Now);

        var pushes = await app.ListAsync<PushView>(
            $"/api/pushes?groupId={group}&from={Text(until.AddDays(-11))}&to={Text(until)}&");
        Assert.Equal(
            preview.Select(item => (item.SlotId, item.At, item.Outcome == "WillSend", item.Reason)),
            pushes
                .Select(push => (
                    push.SlotId,
                    At: push.SentAt ?? push.NotBefore ?? push.PlannedAt,
                    push.State is PushState.Sent,
                    push.Reason))
                .OrderBy(push => push.At));
        Assert.Equal(
            preview.Where(item => item.Outcome == "WillSend").Select(item => item.ContentId),
            pushes
                .Where(push => push.State is PushState.Sent)
                .OrderBy(push => push.SentAt)
                .Select(push => push.ContentId));
    }

    [Fact]
    public async Task Calendar_shows_pushes_to_come_beyond_those_that_are_stored()
    {
        var group = await app.GroupAsync();
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));

        var items = await app.CalendarAsync(group);

        Assert.InRange(items.Count, 13, 15);
        Assert.All(items, item => Assert.Equal("Push", item.Kind));
        Assert.Equal("WillSend", items[0].State);
        Assert.All(items.Skip(1), item => Assert.Equal("WillSkip", item.State));
    }

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=2000-01-01T00:00:00Z", "to")]
    [InlineData("?to=2040-01-01T00:00:00Z", "to")]
    [InlineData("?from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z", "from")]
    [InlineData("?from=2900-01-01T00:00:00Z&to=2900-01-02T00:00:00Z", "from")]
    public async Task Wrong_range_is_400(string query, string field)
    {
        var group = await app.GroupAsync();

        var refused = await app.GetAsync($"/api/groups/{group}/calendar{query}");

        refused.ExpectingInvalid(field);
    }

    [Theory]
    [InlineData("from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z", "from")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2040-01-01T00:00:00Z", "to")]
    [InlineData("state=Lost", "state")]
    public async Task Wrong_filter_of_the_list_is_400(string query, string field) =>
        (await app.GetAsync($"/api/pushes?groupId={await app.GroupAsync()}&{query}")).ExpectingInvalid(field);

    [Fact]
    public async Task Unknown_group_and_plan_are_404()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/groups/no-group/calendar")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/push-plans/no-plan/preview")).Status);
    }

    static string Text(DateTimeOffset instant) => Uri.EscapeDataString(instant.UtcDateTime.ToString("O"));
}
