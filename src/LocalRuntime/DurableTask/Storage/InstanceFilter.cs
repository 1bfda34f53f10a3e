using System.Globalization;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>
/// A filter of instances as SQL with the parameters <c>$1</c> to <c>$3</c>; a parameter that is null filters nothing.
/// </summary>
static class InstanceFilter
{
    public const string CreatedFrom = "($1 IS NULL OR created_at >= $1)";
    public const string CreatedTo = "($2 IS NULL OR created_at <= $2)";
    public const string Statuses = "($3 IS NULL OR instr($3, '|' || status || '|') > 0)";

    public static object? Ticks(DateTimeOffset? instant) => instant?.UtcTicks;

    /// <summary>The wanted statuses as <c>|1|3|</c>.</summary>
    public static object? List(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var wanted = statuses?.Select(status => ((int)status).ToString(CultureInfo.InvariantCulture)).ToList();
        return wanted is null or [] ? null : $"|{string.Join('|', wanted)}|";
    }
}
