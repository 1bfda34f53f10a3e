using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>The resources that a deployment creates.</summary>
sealed record DeployedResources(JsonArray All)
{
    /// <summary>The app settings by name.</summary>
    public IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var properties = Single("Microsoft.Web/sites/config")["properties"]!;
            Assert.True(properties is JsonObject, $"The Bicep CLI could not evaluate {properties}");
            return properties.AsObject().ToDictionary(
                setting => setting.Key, setting => setting.Value!.GetValue<string>(), StringComparer.Ordinal);
        }
    }

    public JsonNode App => Single("Microsoft.Web/sites");

    /// <summary>The ids of the assigned roles.</summary>
    public IEnumerable<string> Roles => All
        .Where(resource => TypeOf(resource) == "Microsoft.Authorization/roleAssignments")
        .Select(resource => resource!["properties"]!["roleDefinitionId"]!.GetValue<string>().Split('/')[^1]);

    JsonNode Single(string type) => All.Single(resource => TypeOf(resource) == type)!;

    static string TypeOf(JsonNode? resource) => resource!["type"]!.GetValue<string>();
}
