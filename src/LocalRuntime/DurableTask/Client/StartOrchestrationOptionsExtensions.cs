namespace Microsoft.DurableTask.Client;

/// <summary>Options of a start, by status instead of by name.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The options with the statuses in which an existing instance stands and the start is refused.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}
