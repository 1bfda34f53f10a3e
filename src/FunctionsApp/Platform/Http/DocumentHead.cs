using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The fields <c>schema</c> and <c>version</c> of a JSON document that is made elsewhere.</summary>
public sealed record DocumentHead(string Schema, int Version)
{
    readonly string version = Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// 400 when the document is an object of another schema or version; null otherwise, also when it is no JSON.
    /// </summary>
    public IResult? FindProblem(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object ? FindProblem(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    IResult? FindProblem(JsonElement root) => (TextOf(root, "schema"), TextOf(root, "version")) switch
    {
        var (schema, _) when schema != Schema => Problems.Invalid("schema", $"must be {Schema}."),
        (_, null) => Problems.Invalid("version", "is missing."),
        var (_, other) when other != version =>
            Problems.Invalid("version", $"is {other}; this app reads version {version}."),
        _ => null,
    };

    static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
