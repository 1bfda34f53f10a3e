using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>
/// Parameters for a compiled template. Between them the cases hold every value of each closed set and both ends of each
/// range; texts that are open are examples.
/// </summary>
sealed class ParameterCases(JsonObject template)
{
    static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["name"] = "qinghe",
        ["location"] = "eastasia",
        ["environmentName"] = "production",
        ["alwaysReady.name"] = "http",
        ["settings.PublicBaseUrl"] = "https://brand.example.com",
        ["settings.TimeZone"] = "Asia/Shanghai",
        ["settings.AllowedLinkHosts"] = "shop.example.com,茶.example",
        ["settings.WeCom__CorpId"] = "ww1",
        ["settings.WeCom__BaseUrl"] = "https://qyapi.weixin.qq.com",
        ["settings.WeCom__DomainProof"] = "iPWyd3OqSXO3Gy4h",
        ["weComToken"] = "token",
        ["weComEncodingAesKey"] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
        ["weComRobots.example"] = "693a91f6-7aaa-4bc4-97a0-0ec2b7a1d9c3",
        ["newBuyer.GroupId"] = "tea-1",
        ["newBuyer.Currency"] = "CNY",
        ["shops.clientId"] = "client",
        ["machineKey"] = "a-key-of-the-template",
        ["otherMachineKey"] = "another-key-of-the-template",
    };

    int largestSet = 1;
    int secrets;

    /// <summary>The cases; each sets every parameter.</summary>
    public IEnumerable<JsonObject> All()
    {
        for (var i = 0; i < largestSet; i++) yield return ObjectOf("", template["parameters"]!.AsObject(), i);
    }

    JsonObject ObjectOf(string path, JsonObject properties, int i) =>
        new(properties.Select(property => KeyValuePair.Create(
            property.Key, ValueOf($"{path}{property.Key}", property.Value!.AsObject(), i))));

    JsonNode? ValueOf(string path, JsonObject schema, int i)
    {
        if (schema["allowedValues"] is JsonArray allowed)
            return Pick([.. allowed.Select(value => value!.DeepClone())], i);
        if (schema["$ref"] is { } reference) return ValueOf(path, Definition(reference), i);
        return schema["type"]!.GetValue<string>() switch
        {
            "int" => Pick(Ends(schema), i),
            "array" => new JsonArray(ValueOf(path, schema["items"]!.AsObject(), i)),
            "object" when schema["properties"] is JsonObject properties => ObjectOf($"{path}.", properties, i),
            "secureObject" when schema["additionalProperties"]!["$ref"] is null =>
                new JsonObject { ["example"] = Text($"{path}.example") },
            "secureObject" => OneOfEachKind(path, schema["additionalProperties"]!.AsObject(), i),
            _ => Text(path),
        };
    }

    JsonObject OneOfEachKind(string path, JsonObject reference, int i) =>
        new(Definition(reference["$ref"]!)["discriminator"]!["mapping"]!.AsObject()
            .Select((kind, n) => KeyValuePair.Create($"shop{n}", ValueOf(path, kind.Value!.AsObject(), i))));

    JsonNode Pick(JsonNode[] values, int i)
    {
        largestSet = Math.Max(largestSet, values.Length);
        return values[i % values.Length];
    }

    static JsonNode[] Ends(JsonObject schema) =>
        [schema["minValue"]?.DeepClone() ?? 1, schema["maxValue"]?.DeepClone() ?? int.MaxValue];

    JsonObject Definition(JsonNode reference) =>
        template["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject();

    // Two shops may not share a secret, so each is another one.
    JsonNode Text(string path) =>
        path.EndsWith("secret", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("secrets", StringComparison.OrdinalIgnoreCase)
            ? Secret(++secrets)
            : Examples.TryGetValue(path, out var example)
                ? example
                : throw new InvalidOperationException($"Add an example of {path} to {nameof(ParameterCases)}.");

    static string Secret(int number) => "whsec_" + Convert.ToBase64String(
        Encoding.ASCII.GetBytes(number.ToString("D24", CultureInfo.InvariantCulture)));
}
