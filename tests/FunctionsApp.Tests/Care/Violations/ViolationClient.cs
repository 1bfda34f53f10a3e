using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Care.Violations;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Care.Violations;

/// <summary>Reports, appeals, decides and reads violations through the API.</summary>
static class ViolationClient
{
    public const string Path = "/api/violations";

    public static JsonObject Body(
        string? id, string group, string member = "u1", string kind = "Advertisement") => new()
        {
            ["id"] = id,
            ["groupId"] = group,
            ["memberId"] = member,
            ["kind"] = kind,
            ["evidence"] = "20:15 在群里发「加微信看货」",
            ["by"] = "小王",
        };

    /// <summary>A group with an owner, and the owner.</summary>
    public static async Task<(string Group, string Owner)> OwnedGroupAsync(this AppHost app)
    {
        var (group, owner) = (await app.GroupAsync(), await app.StaffAsync());
        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["owner"] = owner }))
            .Expecting(HttpStatusCode.OK);
        return (group, owner);
    }

    /// <summary>Reports a violation and returns it.</summary>
    public static async Task<ViolationView> ReportAsync(
        this AppHost app, string group, string member = "u1", string kind = "Advertisement")
    {
        var answer = await app.PostAsync(Path, Body(app.NewId("violation"), group, member, kind));
        await app.RunUntilIdleAsync();
        return answer.Expecting(HttpStatusCode.Created).As<ViolationView>();
    }

    public static async Task<ApiAnswer> AppealAsync(this AppHost app, string id, string text = "不是我发的")
    {
        var answer = await app.PostAsync($"{Path}/{id}/appeal", new JsonObject { ["text"] = text, ["by"] = "小王" });
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<ApiAnswer> DecideAsync(
        this AppHost app, string id, string decision = "Uphold", string reason = "属实", string? measure = null)
    {
        var body = new JsonObject { ["decision"] = decision, ["reason"] = reason, ["by"] = "小李" };
        if (measure is not null) body["measure"] = measure;
        var answer = await app.PostAsync($"{Path}/{id}/decide", body);
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<ViolationView> ViolationAsync(this AppHost app, string id) =>
        (await app.GetAsync($"{Path}/{id}")).Expecting(HttpStatusCode.OK).As<ViolationView>();

    public static Task<IReadOnlyList<ViolationSummaryView>> ListViolationsAsync(this AppHost app, string query = "") =>
        app.ListAsync<ViolationSummaryView>($"{Path}?{query}");

    /// <summary>The kinds of the open tasks of the group.</summary>
    public static async Task<string> OpenKindsAsync(this AppHost app, string group) => string.Join(
        ' ', (await app.TasksAsync(group)).Select(task => task.Kind.ToString()).Order(StringComparer.Ordinal));
}
