using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Promises;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Tests.Care.Promises;

/// <summary>Makes, delivers and reads promises through the API.</summary>
static class PromiseClient
{
    public const string Path = "/api/promises";

    public static JsonObject Unit(string title, DateTimeOffset dueAt, int? quantity = null) =>
        new() { ["title"] = title, ["dueAt"] = dueAt, ["quantity"] = quantity };

    public static JsonObject Body(string? id, string group, string kind, params JsonNode?[] units) => new()
    {
        ["id"] = id,
        ["groupId"] = group,
        ["kind"] = kind,
        ["units"] = new JsonArray(units),
    };

    public static Task<string> DeliveryGroupAsync(this AppHost app, DateTimeOffset? endsAt = null) =>
        app.GroupAsync(kind: "Delivery", endsAt: endsAt);

    /// <summary>Promises lessons that are due after these hours, and returns the id.</summary>
    public static async Task<string> PromiseLessonsAsync(this AppHost app, string group, params int[] dueInHours)
    {
        var id = app.NewId("promise");
        var units = dueInHours.Select((hours, n) => Unit($"第 {n + 1} 课", app.Now.AddHours(hours)));
        (await app.PostAsync(Path, Body(id, group, "Learning", [.. units]))).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        return id;
    }

    public static async Task<ApiAnswer> DeliverAsync(
        this AppHost app, string promise, int unit = 1, JsonObject? more = null)
    {
        var body = more ?? [];
        body["by"] = "小王";
        var answer = await app.PostAsync($"{Path}/{promise}/units/{unit}/delivered", body);
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static Task<ApiAnswer> EnterGainAsync(
        this AppHost app, string promise, int score, string member = "u1", int unit = 1) =>
        app.PostAsync(
            $"{Path}/{promise}/units/{unit}/gain",
            new JsonObject { ["memberId"] = member, ["score"] = score, ["by"] = "小王" });

    public static async Task<PromiseView> PromiseAsync(this AppHost app, string id) =>
        (await app.GetAsync($"{Path}/{id}")).Expecting(HttpStatusCode.OK).As<PromiseView>();

    /// <summary>The open tasks to keep promises of the group.</summary>
    public static async Task<IReadOnlyList<StaffTaskView>> PromiseTasksAsync(this AppHost app, string group) =>
        [.. (await app.TasksAsync(group)).Where(task => task.Kind is StaffTaskKind.KeepPromise)];
}
