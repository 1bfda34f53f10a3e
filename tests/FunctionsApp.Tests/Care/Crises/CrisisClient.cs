using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Care.Crises;

namespace FunctionsApp.Tests.Care.Crises;

/// <summary>Opens, changes and reads crises through the API.</summary>
static class CrisisClient
{
    public static JsonObject Body(string id, string owner, params IEnumerable<string> groups) => new()
    {
        ["id"] = id,
        ["groupIds"] = new JsonArray([.. groups.Select(group => (JsonNode?)group)]),
        ["cause"] = "到货发霉",
        ["by"] = "小王",
        ["owner"] = owner,
    };

    /// <summary>A crisis of the groups with an owner of its own.</summary>
    public static async Task<string> CrisisAsync(this AppHost app, params IReadOnlyList<string> groups)
    {
        var id = app.NewId("crisis");
        (await app.PostAsync("/api/crises", Body(id, await Groups.GroupClient.StaffAsync(app), groups)))
            .Expecting(HttpStatusCode.Created);
        return id;
    }

    public static async Task<CrisisView> GetCrisisAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/crises/{id}")).Expecting(HttpStatusCode.OK).As<CrisisView>();

    public static Task<ApiAnswer> PublishAsync(this AppHost app, string id, string text = "我们看到了") =>
        app.PostAsync($"/api/crises/{id}/statements", new JsonObject { ["text"] = text, ["by"] = "小王" });

    public static Task<ApiAnswer> ReleaseCrisisGroupAsync(this AppHost app, string id, string group) => app.PostAsync(
        $"/api/crises/{id}/release", new JsonObject { ["groupIds"] = new JsonArray(group), ["by"] = "小李" });

    public static Task<ApiAnswer> ResolveAsync(this AppHost app, string id, string report = "全部赔付") =>
        app.PostAsync($"/api/crises/{id}/resolve", new JsonObject { ["by"] = "小李", ["report"] = report });
}
