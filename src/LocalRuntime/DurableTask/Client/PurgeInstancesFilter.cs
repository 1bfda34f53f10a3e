namespace Microsoft.DurableTask.Client;

/// <summary>Which finished instances are to be forgotten; a part that is null restricts nothing.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
