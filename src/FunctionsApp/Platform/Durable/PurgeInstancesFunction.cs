using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Platform.Durable;

/// <summary>Purges finished instances in bounded steps.</summary>
public sealed class PurgeInstancesFunction(
    IEnumerable<FinishedInstances> kinds, InstanceRetention retention, TimeProvider clock)
{
    // In one run; an hour's run purges more than a brand starts in an hour.
    const int MaxPurged = 1_000;

    // Of each kind in one run, beside those that are purged.
    const int MaxKept = 1_000;

    const int PageSize = 100;

    static readonly OrchestrationRuntimeStatus[] Finished =
    [
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>
    /// Purges the instances that ended before the retention period. The query is by a range of ids, because Azure
    /// Storage has no index by time.
    /// </summary>
    [Function("PurgeInstances")]
    public async Task Purge([TimerTrigger("0 50 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable)
    {
        var budget = MaxPurged;
        var horizon = clock.GetUtcNow() - retention.Period;
        foreach (var kind in kinds) budget -= await PurgeAsync(kind, horizon, budget, durable);
    }

    static async Task<int> PurgeAsync(
        FinishedInstances kind, DateTimeOffset horizon, int budget, DurableTaskClient durable)
    {
        var (purged, kept) = (0, 0);
        var query = new OrchestrationQuery(
            CreatedTo: horizon, Statuses: Finished, InstanceIdPrefix: kind.IdPrefix, PageSize: PageSize);
        await foreach (var instance in durable.GetAllInstancesAsync(query))
        {
            if (purged == budget || kept == MaxKept) break;
            if (instance.LastUpdatedAt >= horizon)
            {
                kept++;
                continue;
            }

            await durable.PurgeInstanceAsync(instance.InstanceId);
            purged++;
        }

        return purged;
    }
}
