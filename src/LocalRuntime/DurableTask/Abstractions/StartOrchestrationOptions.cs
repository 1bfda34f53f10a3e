namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started: under which id (made when null), not before when, and what an existing instance of that id means.</summary>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
{
    /// <summary>Statuses, by name, in which an existing instance stands and the start is refused; in any other status it is replaced.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
