using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>
/// A workload that uses every feature: activities in turn and at once, timers, an event, a sub-orchestration and
/// ContinueAsNew.
/// </summary>
sealed class MixedWorkload(TestCatalog catalog)
{
    readonly ConcurrentDictionary<string, int> effects = new();

    /// <summary>The distinct effects of the activities, however often each activity ran.</summary>
    public IEnumerable<string> Effects => effects.Keys.Order(StringComparer.Ordinal);

    public MixedWorkload Register()
    {
        catalog.Activity<string>("Do", effect =>
        {
            effects.AddOrUpdate(effect, 1, (_, times) => times + 1);
            return effect.ToUpperInvariant();
        });
        catalog.Orchestrator("Child", async context =>
        {
            var first = await context.CallActivityAsync<string>("Do", $"{context.InstanceId}-begin");
            await context.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
            return first + await context.CallActivityAsync<string>("Do", $"{context.InstanceId}-end");
        });
        catalog.Orchestrator("Mixed", async context =>
        {
            var results = context.GetInput<List<string>>() ?? [];
            var round = results.Count;
            var calls = Enumerable.Range(0, 3).Select(n => context.CallActivityAsync<string>("Do", $"r{round}-a{n}"));
            results.AddRange(await Task.WhenAll(calls));
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            results.Add(await context.WaitForExternalEvent<string>($"go-{round}", TimeSpan.FromDays(30)) ?? "");
            var child = new TaskOptions().WithInstanceId($"child-{round}");
            results.Add(await context.CallSubOrchestratorAsync<string>("Child", null, child));
            context.SetCustomStatus(results.Count);
            if (round > 0) return results;
            context.ContinueAsNew(results);
            return null;
        });
        return this;
    }
}
