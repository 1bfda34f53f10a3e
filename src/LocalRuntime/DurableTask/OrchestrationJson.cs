using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalRuntime.DurableTask;

/// <summary>How inputs, results, events and statuses become JSON and come back. Null has no JSON.</summary>
public static class OrchestrationJson
{
    /// <summary>The options; they do not change at run time.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The JSON of <paramref name="value"/>, by its own type.</summary>
    public static string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, Options);

    /// <summary>The object in <paramref name="json"/>.</summary>
    public static T? Deserialize<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    static JsonSerializerOptions Make()
    {
        // The text goes into the store, never into HTML, and is read by people when something is wrong.
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
