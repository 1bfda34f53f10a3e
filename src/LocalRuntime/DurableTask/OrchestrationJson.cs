using Microsoft.DurableTask.Converters;

namespace LocalRuntime.DurableTask;

/// <summary>The JSON of inputs, results, events and statuses. A null value has no JSON.</summary>
public static class OrchestrationJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>The same JSON as a converter of the official types.</summary>
    public static DataConverter Converter { get; } = new JsonDataConverter(Options);

    public static string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, Options);

    public static T? Deserialize<T>(string? json) =>
        json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,

            // People read the stored text; it is never part of HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
