using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Content.Library;
using FunctionsApp.Content.Sending;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Tests.Content;

/// <summary>Creates and reads items of the library through the API.</summary>
static class ContentClient
{
    public static JsonObject Body(string? id, string text = "今天聊聊怎么存茶") => new()
    {
        ["id"] = id,
        ["kind"] = "Useful",
        ["tags"] = new JsonArray("茶"),
        ["variants"] = new JsonArray(text),
        ["attachments"] = new JsonArray(Attachment("Link", "春茶", "https://shop.example/a")),
        ["source"] = null,
        ["author"] = "小林",
        ["validUntil"] = null,
        ["reuseDays"] = 30,
    };

    public static JsonObject Attachment(string type, string title, string url) =>
        new() { ["type"] = type, ["title"] = title, ["url"] = url };

    /// <summary>A new draft.</summary>
    public static async Task<string> ContentAsync(
        this AppHost app, string text = "今天聊聊怎么存茶", string kind = "Useful", string? tag = "茶")
    {
        var body = Body(app.NewId("content"), text);
        (body["kind"], body["source"]) = (kind, kind == "Scarce" ? "《茶经》" : null);
        body["tags"] = tag is null ? [] : new JsonArray(tag);
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        return (string)body["id"]!;
    }

    public static async Task<ContentView> GetContentAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/content/{id}")).Expecting(HttpStatusCode.OK).As<ContentView>();

    public static Task<ApiAnswer> EditContentAsync(this AppHost app, string id, JsonObject edit) =>
        app.SendAsync(HttpMethod.Patch, $"/api/content/{id}", AppHost.Json(edit));

    public static Task<ApiAnswer> ApproveAsync(this AppHost app, string id, string by = "小王") =>
        app.PostAsync($"/api/content/{id}/approve", new JsonObject { ["by"] = by });

    public static Task<ApiAnswer> RetireAsync(this AppHost app, string id, string by = "小王") =>
        app.PostAsync($"/api/content/{id}/retire", new JsonObject { ["by"] = by });

    public static Task<ApiAnswer> TestSendAsync(
        this AppHost app, string id, string group, string? key = null, int? variant = null) =>
        app.PostAsync(
            $"/api/content/{id}/test-send",
            new JsonObject { ["groupId"] = group, ["variant"] = variant },
            key is null ? [] : [(IdempotencyKey.HeaderName, key)]);

    public static async Task<ContentTestSendView> TestSentAsync(
        this AppHost app, string id, string group, string? key = null, int? variant = null) =>
        (await app.TestSendAsync(id, group, key, variant))
            .Expecting(HttpStatusCode.Accepted)
            .As<ContentTestSendView>();

    public static Task<ApiAnswer> ImportContentAsync(
        this AppHost app, string file, bool? dryRun = null, Encoding? encoding = null)
    {
        encoding ??= Encoding.UTF8;
        var content = new ByteArrayContent(encoding.GetBytes(file))
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse($"text/csv; charset={encoding.WebName}") },
        };
        var query = dryRun is { } value ? $"?dryRun={(value ? "true" : "false")}" : "";
        return app.SendAsync(HttpMethod.Post, $"/api/content/import{query}", content);
    }
}
