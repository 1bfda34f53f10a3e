using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Care.Suitability;

namespace FunctionsApp.Tests.Care.Suitability;

/// <summary>Makes and reads assessments through the API.</summary>
static class SuitabilityClient
{
    public const string Path = "/api/suitability";

    /// <summary>A body that is recommended groups.</summary>
    public static JsonObject Body(string? id = null) => new()
    {
        ["id"] = id,
        ["brand"] = "春茶",
        ["answers"] = new JsonObject
        {
            ["product"] = new JsonObject
            {
                ["discussable"] = true,
                ["needsExplaining"] = true,
                ["otherNeeds"] = false,
            },
            ["deal"] = new JsonObject { ["reputation"] = 3, ["trustCanGrow"] = true },
            ["afterSale"] = new JsonObject { ["mustTeach"] = true, ["services"] = true },
        },
    };

    public static async Task<SuitabilityView> AssessAsync(this AppHost app, JsonObject? body = null) =>
        (await app.PostAsync(Path, body ?? Body())).Expecting(HttpStatusCode.Created).As<SuitabilityView>();

    public static async Task<SuitabilityView> AssessmentAsync(this AppHost app, string id) =>
        (await app.GetAsync($"{Path}/{id}")).Expecting(HttpStatusCode.OK).As<SuitabilityView>();

    public static Task<ApiAnswer> NameGroupsAsync(
        this AppHost app, string id, IEnumerable<string> groups, string by = "小周") =>
        app.SendAsync(HttpMethod.Put, $"{Path}/{id}/groups", AppHost.Json(new JsonObject
        {
            ["groupIds"] = new JsonArray([.. groups.Select(group => (JsonNode)group)]),
            ["by"] = by,
        }));
}
