using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>A workload with everything in it: activities in turn and at once, timers, an event, a sub-orchestration and ContinueAsNew.</summary>
sealed class Story(TestCatalog catalog)
{
    readonly ConcurrentDictionary<string, int> effects = new();

    /// <summary>What the activities did to the world, each named once however often it was done.</summary>
    public IEnumerable<string> Effects => effects.Keys.Order(StringComparer.Ordinal);

    public Story Tell()
    {
        catalog.Activity<string>("Do", effect =>
        {
            effects.AddOrUpdate(effect, 1, (_, times) => times + 1);
            return effect.ToUpperInvariant();
        });
        catalog.Orchestrator("Chapter", async context =>
        {
            var first = await context.CallActivityAsync<string>("Do", $"{context.InstanceId}-begin");
            await context.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
            return first + await context.CallActivityAsync<string>("Do", $"{context.InstanceId}-end");
        });
        catalog.Orchestrator("Story", async context =>
        {
            var told = context.GetInput<List<string>>() ?? [];
            var volume = told.Count;
            told.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(n => context.CallActivityAsync<string>("Do", $"v{volume}-a{n}"))));
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            told.Add(await context.WaitForExternalEvent<string>($"go-{volume}", TimeSpan.FromDays(30)) ?? "");
            told.Add(await context.CallSubOrchestratorAsync<string>("Chapter", null, new TaskOptions().WithInstanceId($"chapter-{volume}")));
            context.SetCustomStatus(told.Count);
            if (volume > 0) return told;
            context.ContinueAsNew(told);
            return null;
        });
        return this;
    }
}
