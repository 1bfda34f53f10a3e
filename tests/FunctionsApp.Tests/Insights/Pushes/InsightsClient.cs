using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Pushes;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Insights.Pushes;

/// <summary>Reads what followed pushes through the API.</summary>
static class InsightsClient
{
    /// <summary>An approved item that a group may get every day.</summary>
    public static async Task<string> DailyItemAsync(this AppHost app, params string[] texts)
    {
        var body = ContentClient.Body(app.NewId("content"));
        (body["reuseDays"], body["variants"]) = (1, new JsonArray([.. texts.Select(text => (JsonNode)text)]));
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        var id = (string)body["id"]!;
        (await app.ApproveAsync(id)).Expecting(HttpStatusCode.OK);
        return id;
    }

    /// <summary>A group with members that gets an item each day at 10:30; the clock starts at 09:00.</summary>
    public static async Task<string> DailyGroupAsync(this AppHost app, int members, string? item = null)
    {
        var group = await app.GroupAsync();
        for (var n = 0; n < members; n++) await app.JoinAsync(group, $"{group}-u{n}");
        item ??= await app.DailyItemAsync("今天聊聊怎么存茶");
        await app.PlanAsync(group, PushClient.Daily("s1", "10:30", item));
        return group;
    }

    public static async Task LeaveAllAsync(this AppHost app, string group, int first, int count)
    {
        for (var n = first; n < first + count; n++) await app.LeaveAsync(group, $"{group}-u{n}");
    }

    /// <summary>The pushes that are over, the latest first.</summary>
    public static async Task<IReadOnlyList<PushView>> PastPushesAsync(this AppHost app, string group) =>
        [.. (await app.PushesAsync(group)).Where(push => push.PlannedAt <= app.Now).Reverse()];

    public static async Task<PushResultsView> ResultsAsync(this AppHost app, string push) =>
        (await app.GetAsync($"/api/pushes/{push}/results")).Expecting(HttpStatusCode.OK).As<PushResultsView>();

    public static async Task<PushInsightsView> PushInsightsAsync(this AppHost app, string query = "") =>
        (await app.GetAsync($"/api/insights/pushes?{query}")).Expecting(HttpStatusCode.OK).As<PushInsightsView>();

    public static async Task<ContentInsightsView> ContentInsightsAsync(this AppHost app, string item) =>
        (await app.GetAsync($"/api/insights/content/{item}")).Expecting(HttpStatusCode.OK).As<ContentInsightsView>();

    /// <summary>Runs a step of the fold, as its timer does.</summary>
    public static Task FoldAsync(this AppHost app, int maxGroups = 1_000) =>
        app.Services.GetRequiredService<PushFolding>().StepAsync(maxGroups);

    /// <summary>Follows the link of the group's last push, from a browser that keeps no cookies.</summary>
    public static async Task FollowAsync(this AppHost app, string group, int browsers)
    {
        var path = new Uri(await app.LinkAsync(group)).AbsolutePath;
        using var anonymous = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(anonymous) { BaseAddress = app.Client.BaseAddress };
        for (var n = 0; n < browsers; n++)
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(path)).StatusCode);
        await app.RunUntilIdleAsync();
    }

    public static async Task<string> LinkAsync(this AppHost app, string group) =>
        (await app.DeliveriesAsync(group)).Last(line => line.Step == "push").Attachments[0].Url;
}
