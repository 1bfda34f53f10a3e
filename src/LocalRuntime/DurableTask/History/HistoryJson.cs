namespace LocalRuntime.DurableTask.History;

/// <summary>The JSON of history events in the store, in messages and in exports.</summary>
static class HistoryJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(HistoryEvent message) => JsonSerializer.Serialize(message, Options);

    public static HistoryEvent Read(string json) => JsonSerializer.Deserialize<HistoryEvent>(json, Options)!;

    public static string WriteAll(IReadOnlyList<HistoryEvent> events) => JsonSerializer.Serialize(events, Options);

    public static IReadOnlyList<HistoryEvent> ReadAll(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<HistoryEvent>>(json, Options)!;
}
