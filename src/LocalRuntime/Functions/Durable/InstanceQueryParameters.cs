using Microsoft.DurableTask.Client;

namespace LocalRuntime.Functions.Durable;

/// <summary>The query parameters that filter instances; <c>runtimeStatus</c> is a comma-separated list.</summary>
internal sealed record InstanceQueryParameters(
    DateTimeOffset? CreatedTimeFrom, DateTimeOffset? CreatedTimeTo, string? RuntimeStatus, string? InstanceIdPrefix)
{
    public bool TryReadStatuses(out IReadOnlyList<OrchestrationRuntimeStatus>? statuses)
    {
        statuses = null;
        if (string.IsNullOrEmpty(RuntimeStatus)) return true;
        var read = new List<OrchestrationRuntimeStatus>();
        const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var name in RuntimeStatus.Split(',', Trimmed))
        {
            if (!Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)) return false;
            read.Add(status);
        }

        statuses = read;
        return true;
    }
}
