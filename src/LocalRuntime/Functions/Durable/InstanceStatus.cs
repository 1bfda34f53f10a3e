using System.Text.Json.Nodes;

namespace LocalRuntime.Functions.Durable;

/// <summary>An instance as the management API shows it.</summary>
sealed record InstanceStatus(
    string Name, string InstanceId, string RuntimeStatus, JsonNode? Input, JsonNode? CustomStatus, JsonNode? Output,
    DateTime CreatedTime, DateTime LastUpdatedTime, JsonArray? HistoryEvents)
{
    public static InstanceStatus From(OrchestrationMetadata instance, bool showInput, JsonArray? history = null) => new(
        instance.Name, instance.InstanceId, instance.RuntimeStatus.ToString(),
        showInput ? Json(instance.SerializedInput) : null, Json(instance.SerializedCustomStatus),
        Json(instance.SerializedOutput) ?? instance.FailureDetails?.ErrorMessage, instance.CreatedAt.UtcDateTime,
        instance.LastUpdatedAt.UtcDateTime, history);

    /// <summary>The text as JSON, or as a JSON string when it is not JSON, such as a reason.</summary>
    public static JsonNode? Json(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
