using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Transfer;

namespace FunctionsApp.Tests.Transfer;

/// <summary>Exports and imports plans through the API.</summary>
static class TransferClient
{
    public static async Task<JsonObject> ExportAsync(this AppHost app, params IEnumerable<string> groups) =>
        JsonNode.Parse((await app.ExportTextAsync(groups)))!.AsObject();

    public static async Task<string> ExportTextAsync(this AppHost app, params IEnumerable<string> groups)
    {
        var ids = string.Join(',', groups);
        var answer = await app.GetAsync(ids.Length == 0 ? "/api/export" : $"/api/export?groupIds={ids}");
        return answer.Expecting(HttpStatusCode.OK).Text;
    }

    public static async Task<PlanImportReport> ImportAsync(
        this AppHost app, JsonNode document, bool dryRun = false, bool overwrite = false)
    {
        var query = $"dryRun={(dryRun ? "true" : "false")}&overwrite={(overwrite ? "true" : "false")}";
        var report = (await app.PostAsync($"/api/import?{query}", document)).Expecting(HttpStatusCode.OK);
        if (!dryRun) await app.RunUntilIdleAsync();
        return report.As<PlanImportReport>();
    }

    public static Task<ApiAnswer> ImportTextAsync(this AppHost app, string document, string query = "") =>
        app.SendAsync(
            HttpMethod.Post, $"/api/import{query}", new StringContent(document, Encoding.UTF8, "application/json"));

    /// <summary>A shared poster in a document.</summary>
    public static JsonObject Poster(string code, string title = "茶", string id = "0123456789abcdef") =>
        new() { ["id"] = id, ["code"] = code, ["title"] = title, ["lines"] = new JsonArray() };

    /// <summary>The thing with this id in a list of a document.</summary>
    public static JsonObject Thing(this JsonObject document, string list, string id) =>
        document[list]!.AsArray().Single(thing => (string?)thing!["id"] == id)!.AsObject();

    /// <summary>What the import did with the thing.</summary>
    public static ImportedThing Of(this PlanImportReport report, string id) =>
        report.Things.Single(thing => thing.Id == id);

    public static IEnumerable<string> FaultPaths(this PlanImportReport report) =>
        report.Things.SelectMany(thing => thing.Faults).Select(fault => fault.Path);
}
