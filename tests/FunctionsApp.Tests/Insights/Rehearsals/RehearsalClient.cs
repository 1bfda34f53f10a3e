using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FunctionsApp.Insights.Rehearsals;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Insights.Rehearsals;

/// <summary>Keeps and reads reports of rehearsals through the API.</summary>
static class RehearsalClient
{
    public const string Path = "/api/rehearsals";

    /// <summary>A valid report with these figures, in the order in which the API writes its fields.</summary>
    public static JsonObject Report(
        DateTimeOffset from, DateTimeOffset to, params IEnumerable<JsonObject> figures) => new()
        {
            ["schema"] = "community-rehearsal",
            ["version"] = 1,
            ["brandId"] = "0123456789abcdef0123456789abcdef",
            ["planDigest"] = "fedcba9876543210fedcba9876543210",
            ["from"] = from,
            ["to"] = to,
            ["timeZone"] = "Asia/Shanghai",
            ["channel"] = "Simulated",
            ["members"] = 400,
            ["seeds"] = new JsonArray(1, 2, 3),
            ["simulated"] = new JsonArray("平台按设置的能力行事"),
            ["assumptions"] = new JsonArray(
                new JsonObject { ["name"] = "clickShare", ["value"] = 0.12, ["source"] = "assumed" }),
            ["figures"] = new JsonArray([.. figures]),
            ["timeline"] = new JsonArray(Entry(from.AddHours(1), "今晚八点，明前龙井")),
            ["staff"] = new JsonArray(
                Banded(new JsonObject { ["owner"] = "xiao-lin", ["name"] = "小林", ["hour"] = from }, 2, 1, 4)),
            ["skipped"] = new JsonArray(),
            ["groups"] = new JsonArray(),
            ["stock"] = new JsonArray(),
            ["warnings"] = new JsonArray(
                new JsonObject { ["kind"] = "StaffPeak", ["text"] = "20:00 有 30 个待办", ["seeds"] = 2 }),
            ["comparison"] = null,
            ["sensitivity"] = null,
        };

    public static JsonObject Report(this AppHost app, params IEnumerable<JsonObject> figures) =>
        Report(app.Now, app.Now.AddDays(7), figures);

    /// <summary>A figure with a band; the mean is in the middle.</summary>
    public static JsonObject Figure(RehearsalScope scope, string? id, string name, double low, double high) => Banded(
        new JsonObject { ["scope"] = $"{scope}", ["id"] = id, ["name"] = name }, (low + high) / 2, low, high);

    public static JsonObject Entry(DateTimeOffset at, string text) => new()
    {
        ["at"] = at,
        ["kind"] = "Message",
        ["groupId"] = "tea-1",
        ["origin"] = "Push",
        ["planId"] = null,
        ["text"] = text,
        ["by"] = null,
        ["count"] = 1,
    };

    public static Task<ApiAnswer> SendReportAsync(this AppHost app, string json) =>
        app.SendAsync(HttpMethod.Post, Path, new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Keeps the report and returns its id.</summary>
    public static async Task<string> KeepAsync(this AppHost app, JsonObject report) =>
        (await app.PostAsync(Path, report)).Expecting(HttpStatusCode.Created).As<RehearsalView>().Id;

    public static async Task<RehearsalOutcomeView> OutcomeAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/insights/rehearsals/{id}"))
            .Expecting(HttpStatusCode.OK)
            .As<RehearsalOutcomeView>();

    /// <summary>
    /// The number of uploads whose texts are stored; the summary of each report here takes one row.
    /// </summary>
    public static Task<int> UploadsAsync(this AppHost app) => app.RowsAsync("chunk-summary");

    /// <summary>The number of rows of the table whose keys begin so.</summary>
    public static async Task<int> RowsAsync(this AppHost app, string prefix)
    {
        var table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Rehearsals");
        return await table.QueryAsync<TableEntity>()
            .CountAsync(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));
    }

    static JsonObject Banded(JsonObject item, double mean, double low, double high)
    {
        (item["mean"], item["low"], item["high"]) = (mean, low, high);
        return item;
    }
}
