using System.Net;
using System.Text.Json.Nodes;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Tests.Pushes;

public sealed class PushLimitsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Push_waits_for_the_minute_in_which_the_robot_has_a_place()
    {
        var group = await app.GroupAsync();
        var limits = new JsonObject { ["perDay"] = 10, ["spacingMinutes"] = 0 };
        (await app.SendAsync(HttpMethod.Put, $"/api/groups/{group}/push-limits", AppHost.Json(limits)))
            .Expecting(HttpStatusCode.OK);
        List<JsonObject> slots = [];
        foreach (var slot in new[] { "s1", "s2", "s3" })
            slots.Add(PushClient.Daily(slot, "10:30", await app.ApprovedAsync($"今天的第 {slot} 条")));
        await app.PlanAsync(group, slots);
        var at = (await app.PushesAsync(group))[0].PlannedAt;

        await app.AdvanceAsync(at - app.Now);
        var waiting = Assert.Single(
            (await app.PushesAsync(group)).Take(3), push => push.State is PushState.Planned);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(at.AddMinutes(1), waiting.NotBefore);
        Assert.All((await app.PushesAsync(group)).Take(3), push => Assert.Equal(PushState.Sent, push.State));
    }

    [Fact]
    public async Task Group_has_limits_of_its_own()
    {
        var group = await app.GroupAsync();
        await app.PlanAsync(
            group,
            PushClient.Daily("s1", "13:00", await app.ApprovedAsync()),
            PushClient.Daily("s2", "16:00", await app.ApprovedAsync()));

        (await PutAsync(group, """{"perDay":1,"windowStart":"13:30"}""")).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromDays(1));

        var pushes = (await app.PushesAsync(group))
            .Where(push => push.PlannedAt <= app.Now)
            .OrderBy(push => push.SlotId, StringComparer.Ordinal)
            .ToList();
        Assert.Equal([PushState.Sent, PushState.Skipped], pushes.Select(push => push.State));
        Assert.Equal(TimeSpan.FromMinutes(30), pushes[0].SentAt - pushes[0].PlannedAt);
        Assert.Equal(PushGuard.PerDay, pushes[1].Guard);
        Assert.Equal(
            new GroupPushLimitsRequest(WindowStart: "13:30", PerDay: 1),
            (await app.GetAsync($"/api/groups/{group}/push-limits")).As<GroupPushLimitsRequest>());
    }

    [Theory]
    [InlineData("""{"perDay":-1}""", "perDay")]
    [InlineData("""{"perWeek":41}""", "perWeek")]
    [InlineData("""{"windowStart":"9am"}""", "windowStart")]
    [InlineData("""{"saleCutoff":"noon"}""", "saleCutoff")]
    [InlineData("""{"windowStart":"22:00"}""", "windowEnd")]
    [InlineData("""{"latenessMinutes":1441}""", "latenessMinutes")]
    [InlineData("""{"promotionPercent":101}""", "promotionPercent")]
    public async Task Limit_that_makes_no_sense_is_400(string body, string field)
    {
        var group = await app.GroupAsync();

        (await PutAsync(group, body)).ExpectingInvalid(field);

        Assert.Equal(
            new GroupPushLimitsRequest(),
            (await app.GetAsync($"/api/groups/{group}/push-limits")).As<GroupPushLimitsRequest>());
    }

    [Fact]
    public async Task Limits_of_an_unknown_group_are_404()
    {
        (await app.GetAsync("/api/groups/no-group/push-limits")).Expecting(HttpStatusCode.NotFound);
        (await PutAsync("no-group", "{}")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Copied_plan_has_the_slots_and_its_own_groups()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync(first, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        var body = new JsonObject { ["id"] = app.NewId("plan"), ["groupIds"] = new JsonArray(second) };

        var copy = await app.PostAsync($"/api/push-plans/{plan}/copy", body);

        var source = await app.GetPlanAsync(plan);
        var copied = copy.Expecting(HttpStatusCode.Created).As<PushPlanView>();
        Assert.Equal([second], copied.GroupIds);
        Assert.Equal(source.Slots, copied.Slots);
        (await app.PostAsync($"/api/push-plans/{plan}/copy", body)).Expecting(HttpStatusCode.OK);
        (await app.PostAsync("/api/push-plans/no-plan/copy", body)).Expecting(HttpStatusCode.NotFound);
        (await app.PostAsync($"/api/push-plans/{plan}/copy", new JsonObject { ["groupIds"] = new JsonArray(first) }))
            .Expecting(HttpStatusCode.Conflict);
    }

    Task<ApiAnswer> PutAsync(string group, string body) =>
        app.SendAsync(HttpMethod.Put, $"/api/groups/{group}/push-limits", AppHost.Json(JsonNode.Parse(body)!));
}
