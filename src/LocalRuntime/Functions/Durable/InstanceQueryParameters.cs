namespace LocalRuntime.Functions.Durable;

/// <summary>The query parameters that filter instances; <c>runtimeStatus</c> is a comma-separated list.</summary>
sealed record InstanceQueryParameters(
    DateTimeOffset? CreatedTimeFrom, DateTimeOffset? CreatedTimeTo, string? RuntimeStatus, string? InstanceIdPrefix)
{
    const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public bool TryReadStatuses(out List<OrchestrationRuntimeStatus>? statuses)
    {
        statuses = string.IsNullOrEmpty(RuntimeStatus) ? null : [];
        foreach (var name in RuntimeStatus?.Split(',', Trimmed) ?? [])
        {
            if (!Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)) return false;
            statuses!.Add(status);
        }

        return true;
    }
}
