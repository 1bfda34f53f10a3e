using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Promises;
using FunctionsApp.Care.Promises;

namespace FunctionsApp.Tests.Care.Promises;

public sealed class PromiseApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Promise_is_made_once_and_listed_with_its_group()
    {
        var group = await app.DeliveryGroupAsync();
        var due = app.Now.AddDays(7);
        var body = PromiseClient.Body(
            app.NewId("promise"), group, "Service", PromiseClient.Unit("上门保养", due, 3));

        var created = (await app.PostAsync(PromiseClient.Path, body)).Expecting(HttpStatusCode.Created);
        var again = (await app.PostAsync(PromiseClient.Path, body)).Expecting(HttpStatusCode.OK);

        var promise = created.As<PromiseView>();
        Assert.Equal($"/api/promises/{promise.Id}", created.Location);
        Assert.Equal(created.Text, again.Text);
        Assert.Equal(
            (PromiseKind.Service, 3, 0, 0, 0),
            (promise.Kind, promise.Promised, promise.Delivered, promise.Extras, promise.Late));
        Assert.Equal((1, "上门保养", due), (promise.Units[0].Number, promise.Units[0].Title, promise.Units[0].DueAt));
        var listed = Assert.Single(
            await app.ListAsync<PromiseSummaryView>($"{PromiseClient.Path}?groupId={group}"));
        Assert.Equal((promise.Id, 3, due), (listed.Id, listed.Promised, listed.NextDueAt));
        Assert.Contains(
            await app.ListAsync<PromiseSummaryView>($"{PromiseClient.Path}?"), other => other.Id == promise.Id);
        body["kind"] = "Learning";
        (await app.PostAsync(PromiseClient.Path, body)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Group_that_cannot_be_promised_anything_is_refused()
    {
        var unit = PromiseClient.Unit("第 1 课", app.Now.AddDays(1));
        var dissolved = await app.DeliveryGroupAsync();
        await app.DissolvedAsync(dissolved);

        foreach (var group in new[] { "no-such-group", await app.GroupAsync(), dissolved })
        {
            (await app.PostAsync(PromiseClient.Path, PromiseClient.Body(null, group, "Learning", unit.DeepClone())))
                .ExpectingInvalid("groupId");
        }

        (await app.GetAsync($"{PromiseClient.Path}?groupId=no-such-group")).ExpectingInvalid("groupId");
    }

    [Fact]
    public async Task Unit_is_due_in_the_future_and_before_the_end_of_the_charter()
    {
        var group = await app.DeliveryGroupAsync(endsAt: app.Now.AddDays(30));

        foreach (var due in new[] { app.Now, app.Now.AddDays(31), app.Now.AddYears(6) })
        {
            var body = PromiseClient.Body(
                null,
                group,
                "Learning",
                PromiseClient.Unit("第 1 课", app.Now.AddDays(30)),
                PromiseClient.Unit("第 2 课", due));
            (await app.PostAsync(PromiseClient.Path, body)).ExpectingInvalid("units[1].dueAt");
        }
    }

    [Theory]
    [InlineData("kind", "\"Other\"", "kind")]
    [InlineData("units", "[]", "units")]
    [InlineData("units", "[null]", "units[0]")]
    [InlineData("units", """[{"title":"","dueAt":"2030-01-01T00:00:00Z"}]""", "units[0].title")]
    [InlineData("units", """[{"title":"第 1 课"}]""", "units[0].dueAt")]
    [InlineData("units", """[{"title":"课","dueAt":"2030-01-01T00:00:00Z","quantity":0}]""", "units[0].quantity")]
    [InlineData("id", "\"A\"", "id")]
    public async Task Field_that_is_wrong_is_named(string field, string value, string named)
    {
        var body = PromiseClient.Body(
            null, await app.DeliveryGroupAsync(), "Learning", PromiseClient.Unit("第 1 课", app.Now.AddDays(1)));
        body[field] = JsonNode.Parse(value);

        (await app.PostAsync(PromiseClient.Path, body)).ExpectingInvalid(named);
    }

    [Fact]
    public async Task Lesson_for_the_group_reaches_each_present_member_and_homework_those_who_are_named()
    {
        var group = await app.DeliveryGroupAsync();
        await app.JoinAsync(group, "u1", name: "阿茶");
        await app.JoinAsync(group, "u2");
        var id = await app.PromiseLessonsAsync(group, 48, 72);

        (await app.DeliverAsync(id)).Expecting(HttpStatusCode.OK);
        (await app.DeliverAsync(id)).Expecting(HttpStatusCode.OK);
        await app.DeliverAsync(id, 2, new JsonObject { ["memberIds"] = new JsonArray("u1", "u-new") });

        var promise = await app.PromiseAsync(id);
        Assert.Equal((2, 2, 0, 0), (promise.Promised, promise.Delivered, promise.Extras, promise.Late));
        Assert.Equal(
            [("u-new", "", 1), ("u1", "阿茶", 2), ("u2", "小林", 1)],
            promise.PerMember.Select(member => (member.MemberId, member.Name, member.Delivered)));
    }

    [Fact]
    public async Task Delivery_needs_no_body_and_its_repeat_counts_once()
    {
        var id = await app.PromiseLessonsAsync(await app.DeliveryGroupAsync(), 48);
        var path = $"{PromiseClient.Path}/{id}/units/1/delivered";

        for (var n = 0; n < 2; n++)
            (await app.SendAsync(HttpMethod.Post, path, body: null)).Expecting(HttpStatusCode.OK);

        var promise = await app.PromiseAsync(id);
        Assert.Equal((1, 1, 0), (promise.Promised, promise.Delivered, promise.Extras));
    }

    [Fact]
    public async Task Member_who_joins_again_keeps_the_lessons_of_before_and_gets_none_of_the_time_between()
    {
        var group = await app.DeliveryGroupAsync();
        await app.JoinAsync(group, "u1");
        var id = await app.PromiseLessonsAsync(group, 48, 48, 48);

        (await app.DeliverAsync(id)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        (await app.DeliverAsync(id, 2)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        (await app.DeliverAsync(id, 3)).Expecting(HttpStatusCode.OK);

        Assert.Equal(2, Assert.Single((await app.PromiseAsync(id)).PerMember).Delivered);
    }

    [Fact]
    public async Task Redemptions_beyond_the_promise_are_extras()
    {
        var group = await app.DeliveryGroupAsync();
        await app.JoinAsync(group, "u1");
        var id = app.NewId("promise");
        var unit = PromiseClient.Unit("上门保养", app.Now.AddDays(7), 3);
        (await app.PostAsync(PromiseClient.Path, PromiseClient.Body(id, group, "Service", unit)))
            .Expecting(HttpStatusCode.Created);

        foreach (var key in new[] { "first", "first", "second" })
        {
            await app.DeliverAsync(
                id, 1, new JsonObject { ["id"] = key, ["quantity"] = 2, ["memberIds"] = new JsonArray("u1") });
        }

        var promise = await app.PromiseAsync(id);
        Assert.Equal((3, 3, 1), (promise.Promised, promise.Delivered, promise.Extras));
        Assert.Equal((3, 1), (promise.PerMember[0].Delivered, promise.PerMember[0].Extras));
        Assert.Null(promise.Units[0].GainUrl);
        Assert.DoesNotContain(await app.DeliveriesAsync(group), line => line.Step == "gain-1");
        (await app.EnterGainAsync(id, 5)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Delivery_that_is_wrong_is_refused()
    {
        var id = await app.PromiseLessonsAsync(await app.DeliveryGroupAsync(), 48);

        (await app.DeliverAsync(id, 1, new JsonObject { ["at"] = app.Now.AddHours(1) })).ExpectingInvalid("at");
        (await app.DeliverAsync(id, 1, new JsonObject { ["quantity"] = 0 })).ExpectingInvalid("quantity");
        (await app.DeliverAsync(id, 1, new JsonObject { ["memberIds"] = new JsonArray("u1", "a/b") }))
            .ExpectingInvalid("memberIds[1]");
        (await app.DeliverAsync(id, 2)).Expecting(HttpStatusCode.NotFound);
        (await app.DeliverAsync("no-such-promise")).Expecting(HttpStatusCode.NotFound);
        (await app.PostAsync($"{PromiseClient.Path}/{id}/units/x/delivered", new JsonObject { ["by"] = "小王" }))
            .Expecting(HttpStatusCode.NotFound);
        (await app.GetAsync($"{PromiseClient.Path}/no-such-promise")).Expecting(HttpStatusCode.NotFound);
        await app.DeliverAsync(id, 1, new JsonObject { ["id"] = "first" });
        (await app.DeliverAsync(id, 1, new JsonObject { ["id"] = "first", ["quantity"] = 2 }))
            .Expecting(HttpStatusCode.Conflict);
        Assert.Equal(1, (await app.PromiseAsync(id)).Delivered);
    }
}
