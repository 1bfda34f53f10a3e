using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Violations;

public sealed class ViolationRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?> BadFields => new()
    {
        { "id", "不行" },
        { "groupId", null },
        { "groupId", "no-such-group" },
        { "memberId", null },
        { "memberId", "a/b" },
        { "kind", null },
        { "kind", "advertisement" },
        { "evidence", null },
        { "evidence", "" },
        { "evidence", new string('茶', 2049) },
        { "by", null },
        { "owner", "no-such-person" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task Bad_field_is_400_and_nothing_is_stored(string field, string? value)
    {
        var (group, _) = await app.OwnedGroupAsync();
        var body = ViolationClient.Body(app.NewId("violation"), group);
        body[field] = value;

        (await app.PostAsync(ViolationClient.Path, body)).ExpectingInvalid(field);

        Assert.Empty(await app.ListViolationsAsync($"groupId={group}"));
    }

    [Theory]
    [InlineData("appeal", "text", "")]
    [InlineData("appeal", "text", null)]
    [InlineData("appeal", "by", null)]
    [InlineData("decide", "decision", null)]
    [InlineData("decide", "decision", "Forgive")]
    [InlineData("decide", "reason", "")]
    [InlineData("decide", "by", null)]
    [InlineData("decide", "measure", "Fine")]
    [InlineData("decide", "owner", "no-such-person")]
    public async Task Bad_field_of_an_appeal_or_a_decision_is_400(string command, string field, string? value)
    {
        var (group, _) = await app.OwnedGroupAsync();
        var violation = await app.ReportAsync(group);
        var body = Body(command);
        body[field] = value;

        (await app.PostAsync($"{ViolationClient.Path}/{violation.Id}/{command}", body)).ExpectingInvalid(field);
    }

    [Fact]
    public async Task Dismissal_takes_no_measure_and_a_dissolved_group_no_report()
    {
        var (group, _) = await app.OwnedGroupAsync();
        var violation = await app.ReportAsync(group);
        (await app.DecideAsync(violation.Id, "Dismiss", measure: "Removal")).ExpectingInvalid("measure");

        await app.DissolvedAsync(group);

        var body = ViolationClient.Body(app.NewId("violation"), group);
        (await app.PostAsync(ViolationClient.Path, body)).ExpectingInvalid("groupId");
    }

    [Theory]
    [InlineData("state=warned", "state")]
    [InlineData("groupId=no-such-group", "groupId")]
    [InlineData("top=0", "top")]
    public async Task Bad_query_is_400(string query, string field) =>
        (await app.GetAsync($"{ViolationClient.Path}?{query}")).ExpectingInvalid(field);

    [Fact]
    public async Task Unknown_violation_is_404()
    {
        foreach (var command in new[] { "appeal", "decide" })
        {
            var answer = await app.PostAsync($"{ViolationClient.Path}/no-such-violation/{command}", Body(command));
            answer.IsProblem(HttpStatusCode.NotFound);
        }

        (await app.GetAsync($"{ViolationClient.Path}/no-such-violation")).IsProblem(HttpStatusCode.NotFound);
    }

    static JsonObject Body(string command) => command == "appeal"
        ? new JsonObject { ["text"] = "不是我", ["by"] = "小王" }
        : new JsonObject { ["decision"] = "Uphold", ["reason"] = "属实", ["by"] = "小王" };
}
