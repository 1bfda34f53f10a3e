using Microsoft.DurableTask.Client;

namespace LocalRuntime.Functions.Durable;

/// <summary>The query string that chooses instances; <c>runtimeStatus</c> is a comma-separated list.</summary>
internal sealed record InstanceFilter(DateTimeOffset? CreatedTimeFrom, DateTimeOffset? CreatedTimeTo, string? RuntimeStatus, string? InstanceIdPrefix)
{
    public bool TryReadStatuses(out IReadOnlyList<OrchestrationRuntimeStatus>? statuses)
    {
        statuses = null;
        if (string.IsNullOrEmpty(RuntimeStatus)) return true;
        var read = new List<OrchestrationRuntimeStatus>();
        foreach (var name in RuntimeStatus.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)) return false;
            read.Add(status);
        }

        statuses = read;
        return true;
    }
}
