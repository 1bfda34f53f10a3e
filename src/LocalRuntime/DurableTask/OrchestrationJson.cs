using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace LocalRuntime.DurableTask;

/// <summary>The JSON of inputs, results, events and statuses. A null value has no JSON.</summary>
public static class OrchestrationJson
{
    /// <summary>The options of the serializer, read-only.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>The same JSON as a converter of the official types.</summary>
    public static DataConverter Converter { get; } = new JsonDataConverter(Options);

    /// <summary>The JSON of <paramref name="value"/>, by its runtime type.</summary>
    public static string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, Options);

    /// <summary>The object in <paramref name="json"/>; the default value when it is null.</summary>
    public static T? Deserialize<T>(string? json) =>
        json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,

            // The text is stored and read by people who look for a fault; it is never part of HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
