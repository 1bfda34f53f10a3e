using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Violations;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Violations;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Violations;

public sealed class ViolationApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task First_violation_is_a_task_to_warn_the_member_and_a_repeat_of_the_request_is_the_same_one()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        var body = ViolationClient.Body(app.NewId("violation"), group);

        var created = (await app.PostAsync(ViolationClient.Path, body)).Expecting(HttpStatusCode.Created);
        (await app.PostAsync(ViolationClient.Path, body)).Expecting(HttpStatusCode.OK);
        var other = ViolationClient.Body((string)body["id"]!, group, "u2");
        (await app.PostAsync(ViolationClient.Path, other)).Expecting(HttpStatusCode.Conflict);

        var violation = created.As<ViolationView>();
        Assert.Equal($"/api/violations/{violation.Id}", created.Location);
        Assert.Equal(
            (ViolationState.Warned, ViolationMeasure.Warning, app.Now.AddDays(180), owner),
            (violation.State, violation.Measure, violation.CountsUntil, violation.Owner));
        var task = Assert.Single(await app.TasksAsync(group));
        Assert.Equal(
            (StaffTaskKind.WarnMember, owner, violation.Task!.Id), (task.Kind, task.Owner, task.Id));
        Assert.Contains("@u1 你好，按群规本群不允许发广告", task.Title, StringComparison.Ordinal);
        Assert.Contains(violation.Evidence, task.Title, StringComparison.Ordinal);
        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Repeat_waits_for_a_decision_and_only_its_measure_opens_a_task()
    {
        var (group, owner) = await app.OwnedGroupAsync();
        await app.ReportAsync(group);
        var repeat = await app.ReportAsync(group);

        Assert.Equal((ViolationState.Proposed, StaffTaskKind.DecideOnViolation), (repeat.State, repeat.Task!.Kind));
        Assert.Equal((ViolationMeasure.Warning, null), (repeat.Measure, repeat.CharterMeasure));
        Assert.Equal("DecideOnViolation WarnMember", await app.OpenKindsAsync(group));

        (await app.DecideAsync(repeat.Id, measure: "Removal")).Expecting(HttpStatusCode.OK);
        (await app.DecideAsync(repeat.Id, measure: "Removal")).Expecting(HttpStatusCode.OK);

        var decided = await app.ViolationAsync(repeat.Id);
        Assert.Equal(
            (ViolationState.Upheld, ViolationMeasure.Removal, StaffTaskKind.RemoveMember),
            (decided.State, decided.Measure, decided.Task!.Kind));
        Assert.Equal([ViolationStep.Reported, ViolationStep.Upheld], decided.History.Select(entry => entry.What));
        Assert.Equal("RemoveMember WarnMember", await app.OpenKindsAsync(group));
        Assert.All(await app.TasksAsync(group), task => Assert.Equal(owner, task.Owner));
        (await app.DecideAsync(repeat.Id, "Dismiss")).Expecting(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("RedPacket", ViolationMeasure.RedPacket, "AskForRedPacket")]
    [InlineData("Removal", ViolationMeasure.Removal, "RemoveMember")]
    public async Task Charter_names_the_measure_of_a_repeat(string consequence, ViolationMeasure measure, string task)
    {
        var (group, _) = await app.OwnedGroupAsync();
        var edit = new JsonObject
        {
            ["by"] = "小王",
            ["charter"] = new JsonObject { ["consequence"] = consequence },
        };
        (await app.EditGroupAsync(group, edit)).Expecting(HttpStatusCode.OK);
        var first = await app.ReportAsync(group);
        var repeat = await app.ReportAsync(group);

        Assert.Equal((ViolationMeasure.Warning, measure), (first.Measure, first.CharterMeasure));
        Assert.Equal((measure, measure), (repeat.Measure, repeat.CharterMeasure));
        (await app.DecideAsync(repeat.Id)).Expecting(HttpStatusCode.OK);
        Assert.Contains(task, await app.OpenKindsAsync(group), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appeal_withdraws_the_task_until_it_is_decided_again()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var fraud = await app.ReportAsync(group, kind: "Fraud");
        (await app.AppealAsync(fraud.Id)).Expecting(HttpStatusCode.Conflict);
        await app.DecideAsync(fraud.Id, measure: "RedPacket");
        Assert.Equal("AskForRedPacket", await app.OpenKindsAsync(group));

        (await app.AppealAsync(fraud.Id)).Expecting(HttpStatusCode.OK);
        (await app.AppealAsync(fraud.Id)).Expecting(HttpStatusCode.OK);
        (await app.AppealAsync(fraud.Id, "再说一次")).Expecting(HttpStatusCode.Conflict);

        Assert.Equal("DecideOnViolation", await app.OpenKindsAsync(group));
        Assert.Null((await app.ViolationAsync(fraud.Id)).CountsUntil);
        (await app.DecideAsync(fraud.Id)).ExpectingInvalid("reason");
        (await app.DecideAsync(fraud.Id, reason: "核实了聊天记录")).Expecting(HttpStatusCode.OK);
        Assert.Equal("AskForRedPacket", await app.OpenKindsAsync(group));

        (await app.AppealAsync(fraud.Id, "有新证据")).Expecting(HttpStatusCode.OK);
        (await app.DecideAsync(fraud.Id, "Dismiss", "误会")).Expecting(HttpStatusCode.OK);
        Assert.Equal("", await app.OpenKindsAsync(group));
        Assert.Equal(ViolationState.Warned, (await app.ReportAsync(group)).State);
    }

    [Fact]
    public async Task Warning_can_be_dismissed_and_expires()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var first = await app.ReportAsync(group);
        (await app.DecideAsync(first.Id, "Dismiss", "误会")).Expecting(HttpStatusCode.OK);

        Assert.Equal("", await app.OpenKindsAsync(group));
        Assert.Equal(ViolationState.Warned, (await app.ReportAsync(group)).State);
        Assert.Equal(ViolationState.Proposed, (await app.ReportAsync(group)).State);
        Assert.Equal(ViolationState.Warned, (await app.ReportAsync(group, "u2")).State);
    }

    [Fact]
    public async Task Group_without_an_owner_needs_one_in_the_request()
    {
        var (group, owner) = (await app.GroupAsync(), await app.StaffAsync());
        var body = ViolationClient.Body(app.NewId("violation"), group);

        var refused = await app.PostAsync(ViolationClient.Path, body);
        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("Incomplete", refused.Json.GetProperty("kind").GetString());
        Assert.Empty(await app.ListViolationsAsync($"groupId={group}"));

        body["owner"] = owner;
        (await app.PostAsync(ViolationClient.Path, body)).Expecting(HttpStatusCode.Created);
        Assert.Equal(owner, Assert.Single(await app.TasksAsync(group)).Owner);
    }

    [Fact]
    public async Task Those_who_decide_see_what_the_same_person_did_in_other_groups_under_other_ids()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var (other, _) = await app.OwnedGroupAsync();
        var (first, second) = (app.NewId("member"), app.NewId("member"));
        var unionId = app.NewId("union");
        await app.BringAsync(other, first, "u9", unionId: unionId);
        await app.BringAsync(group, second, "u9", unionId: unionId);
        var earlier = await app.ReportAsync(other, first);
        var dismissed = await app.ReportAsync(other, first);
        await app.DecideAsync(dismissed.Id, "Dismiss", "误会");

        var violation = await app.ReportAsync(group, second);

        Assert.Equal((ViolationState.Warned, unionId), (violation.State, violation.UnionId));
        Assert.Equal(earlier.Id, Assert.Single(violation.Earlier).Id);
        // The same person under another id in one group.
        await app.BringAsync(other, second, "u9", unionId: unionId);
        Assert.Equal(ViolationState.Proposed, (await app.ReportAsync(other, second)).State);
    }

    [Fact]
    public async Task Task_to_carry_out_a_measure_ends_when_the_member_leaves()
    {
        var (group, _) = await app.OwnedGroupAsync();
        await app.JoinAsync(group, "u1");
        var fraud = await app.ReportAsync(group, kind: "Fraud");
        await app.DecideAsync(fraud.Id, measure: "Removal");
        await app.LeaveAsync(group, "u1");

        Assert.Equal("", await app.OpenKindsAsync(group));
        Assert.True((await app.ViolationAsync(fraud.Id)).Task!.IsWithdrawn);
    }

    [Fact]
    public async Task Lists_filter_by_group_member_and_state()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var (other, _) = await app.OwnedGroupAsync();
        var member = app.NewId("member");
        var first = await app.ReportAsync(group, member);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        var second = await app.ReportAsync(group, member);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        var third = await app.ReportAsync(other, member);

        Assert.Equal([second.Id, first.Id], await IdsAsync($"groupId={group}"));
        Assert.Equal([third.Id, second.Id, first.Id], await IdsAsync($"memberId={member}"));
        Assert.Equal([second.Id, first.Id], await IdsAsync($"groupId={group}&memberId={member}"));
        Assert.Equal([second.Id], await IdsAsync($"groupId={group}&state=Proposed"));
        Assert.Equal([third.Id, first.Id], await IdsAsync($"memberId={member}&state=Warned"));
    }

    async Task<IEnumerable<string>> IdsAsync(string query) =>
        (await app.ListViolationsAsync(query)).Select(violation => violation.Id);
}
