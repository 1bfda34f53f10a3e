using System.Net;
using System.Text.Json.Nodes;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Tests.Pushes;

public sealed class PushPlanTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Plan_is_answered_as_it_was_sent_and_a_repeat_is_200()
    {
        var group = await app.GroupAsync();
        var body = app.PlanBody(
            group,
            PushClient.Daily("s1", "10:30", await app.ApprovedAsync()),
            Slot("s2", """{"type":"DayOffset","day":3,"time":"20:00"}"""),
            Slot("s3", """{"type":"Once","instant":"2027-01-01T02:00:00Z"}"""),
            Slot("s4", """{"type":"Recurring","rrule":"FREQ=WEEKLY;BYDAY=FR","time":"18:00"}"""),
            Slot("s5", """{"type":"Recurring","lunar":{"month":8,"day":15},"time":"10:00"}"""),
            Slot("s6", """{"type":"Cohort","day":2,"time":"09:30"}"""));

        var first = (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Created);
        var again = (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.OK);

        var (created, repeated) = (first.As<PushPlanView>(), again.As<PushPlanView>());

        Assert.Equal(PushPlanState.Active, created.State);
        Assert.Equal(["s1", "s2", "s3", "s4", "s5", "s6"], created.Slots.Select(slot => slot.Id));
        Assert.Equal("FREQ=WEEKLY;BYDAY=FR", created.Slots[3].At!.Rrule);
        Assert.Equal(new LunarDayBody(8, 15), created.Slots[4].At!.Lunar);
        Assert.NotNull(created.NextAt);
        Assert.Equal(created.NextAt, repeated.NextAt);
        body["name"] = "另一个名字";
        (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"type":"Recurring","cron":"0 0 30 2 *"}""", "slots[0].at.cron")]
    [InlineData("""{"type":"Recurring","cron":"0 30 10 * * *"}""", "slots[0].at.cron")]
    [InlineData("""{"type":"Recurring","cron":"today"}""", "slots[0].at.cron")]
    [InlineData("""{"type":"Recurring","rrule":"FREQ=HOURLY","time":"10:00"}""", "slots[0].at.rrule")]
    [InlineData("""{"type":"Recurring","rrule":"FREQ=DAILY"}""", "slots[0].at.time")]
    [InlineData("""{"type":"Recurring"}""", "slots[0].at")]
    [InlineData("""{"type":"DayOffset","day":0,"time":"20:00"}""", "slots[0].at.day")]
    [InlineData("""{"type":"DayOffset","day":90,"time":"20:00"}""", "slots[0].at.day")]
    [InlineData("""{"type":"DayOffset","day":3}""", "slots[0].at.time")]
    [InlineData("""{"type":"DayOffset","day":3,"time":"8pm"}""", "slots[0].at.time")]
    [InlineData("""{"type":"Once","instant":"2020-01-01T00:00:00Z"}""", "slots[0].at.instant")]
    [InlineData(
        """{"type":"Relative","conversionId":"no-such","to":"linkAt","days":-1,"time":"20:00"}""", "slots[0].at")]
    [InlineData(
        """{"type":"Relative","campaignId":"spring","to":"linkAt","days":1,"time":"20:00"}""", "slots[0].at.to")]
    [InlineData("""{"type":"Sometimes"}""", "slots[0].at.type")]
    public async Task Wrong_trigger_is_400_and_nothing_is_stored(string at, string field)
    {
        var group = await app.GroupAsync(endsAt: app.Now.AddDays(30));

        var body = app.PlanBody(group, Slot("s1", at));

        await RefusedAsync(body, field);
    }

    [Theory]
    [InlineData("content", "no-such-item", "slots[0].content")]
    [InlineData("lateness", "two hours", "slots[0].lateness")]
    [InlineData("lateness", "P2D", "slots[0].lateness")]
    [InlineData("holiday", "Sometimes", "slots[0].holiday")]
    [InlineData("missed", "Perhaps", "slots[0].missed")]
    [InlineData("id", "S 1", "slots[0].id")]
    public async Task Wrong_slot_is_400(string name, string value, string field)
    {
        var slot = PushClient.Daily("s1", "10:30", await app.ApprovedAsync());
        slot[name] = value;

        await RefusedAsync(app.PlanBody(await app.GroupAsync(), slot), field);
    }

    [Fact]
    public async Task Slot_needs_an_item_or_a_draw_but_not_both()
    {
        var both = PushClient.Daily("s1", "10:30", await app.ApprovedAsync());
        both["draw"] = new JsonObject { ["kind"] = "Fun" };
        var neither = PushClient.Daily("s1", "10:30", "");
        neither.Remove("content");

        await RefusedAsync(app.PlanBody(await app.GroupAsync(), both), "slots[0].content");
        await RefusedAsync(app.PlanBody(await app.GroupAsync(), neither), "slots[0].content");
    }

    [Fact]
    public async Task Flash_groups_and_unknown_groups_are_400()
    {
        var content = await app.ApprovedAsync();
        var flash = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var byKind = app.PlanBody(flash, PushClient.Daily("s1", "10:30", content));
        byKind["kinds"] = new JsonArray("Flash");

        await RefusedAsync(app.PlanBody(flash, PushClient.Daily("s1", "10:30", content)), "groupIds");
        await RefusedAsync(app.PlanBody("no-such-group", PushClient.Daily("s1", "10:30", content)), "groupIds");
        await RefusedAsync(byKind, "kinds");
    }

    [Fact]
    public async Task Second_plan_that_brings_the_same_item_to_the_same_group_is_409()
    {
        var (group, content) = (await app.GroupAsync(), await app.ApprovedAsync());
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", content));

        var second = await app.PostAsync(
            "/api/push-plans", app.PlanBody(group, PushClient.Daily("s1", "18:00", content)));

        second.Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Edit_that_takes_a_group_out_removes_its_pushes()
    {
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync());
        var body = app.PlanBody(first, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        body["groupIds"] = new JsonArray(first, second);
        (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        Assert.NotEmpty(await app.PushesAsync(second));

        (await app.EditPlanAsync((string)body["id"]!, new JsonObject { ["groupIds"] = new JsonArray(first) }))
            .Expecting(HttpStatusCode.OK);
        await app.RunUntilIdleAsync();

        Assert.NotEmpty(await app.PushesAsync(first));
        Assert.Empty(await app.PushesAsync(second));
    }

    [Fact]
    public async Task Edit_with_a_wrong_slot_is_400_and_one_of_an_unknown_plan_404()
    {
        var (group, content) = (await app.GroupAsync(), await app.ApprovedAsync());
        var plan = await app.PlanAsync(group, PushClient.Daily("s1", "10:30", content));
        var wrong = PushClient.Daily("s1", "10:30", content);
        wrong["at"]!["cron"] = "0 0 30 2 *";

        var refused = await app.EditPlanAsync(plan, new JsonObject { ["slots"] = new JsonArray(wrong) });

        refused.ExpectingInvalid("slots[0].at.cron");
        Assert.Equal("30 10 * * *", (await app.GetPlanAsync(plan)).Slots[0].At!.Cron);
        (await app.EditPlanAsync("no-such-plan", [])).Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync("/api/push-plans/no-such-plan")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lists_with_null_are_400()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync(group, PushClient.Daily("s1", "10:30", await app.ApprovedAsync()));
        var body = app.PlanBody(group);
        body["slots"] = new JsonArray((JsonNode?)null);

        await RefusedAsync(body, "slots[0]");
        (await app.EditPlanAsync(plan, new JsonObject { ["groupIds"] = new JsonArray((JsonNode?)null) }))
            .ExpectingInvalid("groupIds[0]");
        (await app.EditPlanAsync(plan, new JsonObject { ["slots"] = new JsonArray((JsonNode?)null) }))
            .ExpectingInvalid("slots[0]");
    }

    static JsonObject Slot(string id, string at) => new()
    {
        ["id"] = id,
        ["at"] = JsonNode.Parse(at),
        ["draw"] = new JsonObject { ["kind"] = "Fun", ["tags"] = new JsonArray("茶") },
        ["missed"] = nameof(MissedPushPolicy.SendLate),
        ["lateness"] = "PT1H",
    };

    async Task RefusedAsync(JsonObject body, string field)
    {
        (await app.PostAsync("/api/push-plans", body)).ExpectingInvalid(field);
        (await app.GetAsync($"/api/push-plans/{body["id"]}")).Expecting(HttpStatusCode.NotFound);
    }
}
