using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Crises;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Crises;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Crises;

public sealed class CrisisApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Crisis_has_an_owner_with_tasks_a_timeline_and_a_report()
    {
        var (group, staff) = (await app.GroupAsync(), await app.StaffAsync());
        var body = CrisisClient.Body(app.NewId("crisis"), staff, group);

        var opened = (await app.PostAsync("/api/crises", body)).Expecting(HttpStatusCode.Created).As<CrisisView>();
        (await app.PostAsync("/api/crises", body)).Expecting(HttpStatusCode.OK);
        await EntryAsync(opened.Id, "供应商承认仓库漏水");
        await EntryAsync(opened.Id, "供应商承认仓库漏水");
        await NamePersonAsync(opened.Id, "u1", "Complaining", group);
        await NamePersonAsync(opened.Id, "u2", "Inciting", group);
        (await app.PublishAsync(opened.Id)).Expecting(HttpStatusCode.OK);

        var crisis = await app.GetCrisisAsync(opened.Id);
        Assert.Equal((CrisisState.Open, staff), (crisis.State, crisis.Owner));
        Assert.Equal([group], crisis.Frozen);
        Assert.Equal(
            [
                "危机开始：到货发霉", "供应商承认仓库漏水", "记录一位投诉的成员", "记录一位煽动的成员",
                "发布声明：我们看到了",
            ],
            crisis.Timeline.Select(entry => entry.Text));
        Assert.Equal(
            [("u1", CrisisRole.Complaining), ("u2", CrisisRole.Inciting)],
            crisis.People.Select(person => (person.MemberId, person.Role)));
        Assert.Equal(Enum.GetValues<CrisisStep>(), crisis.Tasks.Select(task => task.Step));
        Assert.All(crisis.Tasks, task => Assert.Equal(StaffTaskStatus.Open, task.Status));
        Assert.Equal(4, (await OwnTasksAsync(staff)).Count);

        (await app.ResolveAsync(opened.Id)).Expecting(HttpStatusCode.OK);
        (await app.ResolveAsync(opened.Id)).Expecting(HttpStatusCode.OK);

        var resolved = await app.GetCrisisAsync(opened.Id);
        Assert.Equal((CrisisState.Resolved, "全部赔付"), (resolved.State, resolved.Report));
        Assert.Empty(resolved.Frozen);
        Assert.Empty(await OwnTasksAsync(staff));
        (await app.ResolveAsync(opened.Id, "另一份报告")).Expecting(HttpStatusCode.Conflict);
        (await app.PublishAsync(opened.Id, "再说一次")).Expecting(HttpStatusCode.Conflict);
        Assert.Contains(
            await app.ListAsync<CrisisSummaryView>("/api/crises?"),
            listed => listed.Id == opened.Id && listed is { State: CrisisState.Resolved, Groups: 1, Frozen: 0 });
    }

    [Fact]
    public async Task Task_that_is_not_done_in_time_is_reminded_of()
    {
        var group = await app.GroupAsync();
        var crisis = await app.GetCrisisAsync(await app.CrisisAsync(group));

        await app.AdvanceAsync(TimeSpan.FromHours(1.5));

        var verify = Assert.Single(await OwnTasksAsync(crisis.Owner), task => task.Id == crisis.Tasks[0].Id);
        Assert.Equal(1, verify.Escalations);
    }

    [Fact]
    public async Task Owner_of_a_group_handles_the_crisis_when_the_request_names_no_one()
    {
        var (staff, group, bare) = (await app.StaffAsync(), await app.GroupAsync(), await app.GroupAsync());
        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["owner"] = staff }))
            .Expecting(HttpStatusCode.OK);
        var body = CrisisClient.Body(app.NewId("crisis"), staff, bare, group);
        body.Remove("owner");

        Assert.Equal(staff, (await app.PostAsync("/api/crises", body)).As<CrisisView>().Owner);

        var nobody = CrisisClient.Body(app.NewId("crisis"), staff, bare);
        nobody.Remove("owner");
        var refused = (await app.PostAsync("/api/crises", nobody)).Expecting(HttpStatusCode.Conflict);
        Assert.Equal("Incomplete", refused.Json.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("""{"groupIds":[]}""", "groupIds")]
    [InlineData("""{"groupIds":["no-such-group"]}""", "groupIds[0]")]
    [InlineData("""{"groupIds":["a-group","a-group"]}""", "groupIds")]
    [InlineData("""{"cause":""}""", "cause")]
    [InlineData("""{"cause":"a\nb"}""", "cause")]
    [InlineData("""{"by":null}""", "by")]
    [InlineData("""{"owner":"no-such-staff"}""", "owner")]
    [InlineData("""{"id":"A!"}""", "id")]
    public async Task Wrong_field_is_400_and_freezes_nothing(string change, string field)
    {
        var group = await app.GroupAsync();
        var body = CrisisClient.Body(app.NewId("crisis"), await app.StaffAsync(), group);
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) body[name] = value?.DeepClone();

        (await app.PostAsync("/api/crises", body)).ExpectingInvalid(field);

        Assert.Empty((await app.GetGroupAsync(group)).Holds);
    }

    [Fact]
    public async Task Dissolved_group_and_unknown_crisis_are_refused()
    {
        var group = await app.GroupAsync();
        await app.DissolvedAsync(group);

        (await app.PostAsync("/api/crises", CrisisClient.Body(app.NewId("crisis"), await app.StaffAsync(), group)))
            .ExpectingInvalid("groupIds[0]");
        (await app.GetAsync("/api/crises/none")).Expecting(HttpStatusCode.NotFound);
        (await app.ResolveAsync("none")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Prepared_statement_with_a_gap_is_not_published()
    {
        var crisis = await app.GetCrisisAsync(await app.CrisisAsync(await app.GroupAsync()));
        var facts = crisis.Statements.Single(statement => statement.Key == "facts");

        (await app.PublishAsync(crisis.Id, facts.Text)).ExpectingInvalid("text");
        (await app.PublishAsync(crisis.Id, new string('茶', 900))).ExpectingInvalid("text");
        (await app.PublishAsync(crisis.Id, crisis.Statements[0].Text)).Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("role", "Angry")]
    [InlineData("evidence", "")]
    [InlineData("groupId", "another-group")]
    [InlineData("memberId", "a/b")]
    public async Task Person_needs_a_role_evidence_and_a_group_of_the_crisis(string field, string value)
    {
        var group = await app.GroupAsync();
        var crisis = await app.CrisisAsync(group);
        var body = Person("u1", "Inciting", group);
        body[field] = value;

        (await app.PostAsync($"/api/crises/{crisis}/people", body)).ExpectingInvalid(field);

        Assert.Empty((await app.GetCrisisAsync(crisis)).People);
    }

    async Task EntryAsync(string id, string text) =>
        (await app.PostAsync($"/api/crises/{id}/entries", new JsonObject { ["text"] = text, ["by"] = "小王" }))
            .Expecting(HttpStatusCode.OK);

    async Task NamePersonAsync(string id, string member, string role, string group) =>
        (await app.PostAsync($"/api/crises/{id}/people", Person(member, role, group))).Expecting(HttpStatusCode.OK);

    static JsonObject Person(string member, string role, string group) => new()
    {
        ["memberId"] = member,
        ["groupId"] = group,
        ["role"] = role,
        ["evidence"] = "群里发了「大家一起投诉」",
        ["by"] = "小王",
    };

    Task<IReadOnlyList<StaffTaskView>> OwnTasksAsync(string staff) =>
        app.ListAsync<StaffTaskView>($"/api/tasks?owner={staff}");
}
