using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Tests.Content;

namespace FunctionsApp.Tests.Pushes;

/// <summary>Creates plans and reads pushes through the API.</summary>
static class PushClient
{
    /// <summary>An approved item.</summary>
    public static async Task<string> ApprovedAsync(
        this AppHost app, string text = "今天聊聊怎么存茶", string kind = "Useful", string tag = "茶")
    {
        var id = await app.ContentAsync(text, kind, tag);
        (await app.ApproveAsync(id)).Expecting(HttpStatusCode.OK);
        return id;
    }

    public static JsonObject Daily(string slot, string time, string content) => new()
    {
        ["id"] = slot,
        ["at"] = new JsonObject
        {
            ["type"] = "Recurring",
            ["cron"] = $"{int.Parse(time[3..], System.Globalization.CultureInfo.InvariantCulture)} {time[..2]} * * *",
        },
        ["content"] = content,
    };

    public static JsonObject PlanBody(this AppHost app, string group, params IEnumerable<JsonObject> slots) => new()
    {
        ["id"] = app.NewId("plan"),
        ["name"] = "每日分享",
        ["groupIds"] = new JsonArray(group),
        ["slots"] = new JsonArray([.. slots]),
    };

    public static async Task<string> PlanAsync(this AppHost app, string group, params IEnumerable<JsonObject> slots)
    {
        var body = app.PlanBody(group, slots);
        (await app.PostAsync("/api/push-plans", body)).Expecting(HttpStatusCode.Created);
        await app.RunUntilIdleAsync();
        return (string)body["id"]!;
    }

    public static Task<ApiAnswer> EditPlanAsync(this AppHost app, string plan, JsonObject edit)
    {
        edit["by"] ??= "小王";
        return app.SendAsync(HttpMethod.Patch, $"/api/push-plans/{plan}", AppHost.Json(edit));
    }

    public static async Task<PushPlanView> GetPlanAsync(this AppHost app, string plan) =>
        (await app.GetAsync($"/api/push-plans/{plan}")).Expecting(HttpStatusCode.OK).As<PushPlanView>();

    public static Task<IReadOnlyList<PushView>> PushesAsync(this AppHost app, string group) =>
        app.ListAsync<PushView>($"/api/pushes?groupId={group}&");

    public static async Task<IReadOnlyList<CalendarItem>> CalendarAsync(this AppHost app, string group) =>
        (await app.GetAsync($"/api/groups/{group}/calendar")).Expecting(HttpStatusCode.OK).As<CalendarView>().Items;

    /// <summary>A command about a push, such as <c>hold</c>.</summary>
    public static Task<ApiAnswer> CommandAsync(
        this AppHost app, string push, string command, JsonObject? fields = null)
    {
        var body = fields ?? [];
        body["by"] ??= "小王";
        return app.PostAsync($"/api/pushes/{push}/{command}", body);
    }
}
