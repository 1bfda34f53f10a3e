using LocalRuntime.DurableTask;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Costs that do not grow with the number of instances. The figures are in the benchmarks.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task Waiting_timers_cost_no_commit_while_time_passes()
    {
        await using var host = new TestHost();
        host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return null;
        });
        host.StartEngine();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => host.ScheduleAsync("Wait")));
        await host.RunDueAsync();
        var commits = host.Store.Commits;

        await host.AdvanceAsync(TimeSpan.FromDays(29));

        Assert.Equal(commits, host.Store.Commits);
    }

    [Fact]
    public async Task Orchestrations_evicted_from_memory_continue_where_they_stopped()
    {
        await using var host = new TestHost(new OrchestrationEngineOptions { CachedOrchestrations = 3 });
        host.Catalog.Orchestrator("Sum", async context =>
        {
            var sum = 0;
            for (var n = 0; n < 5; n++) sum += await context.WaitForExternalEvent<int>("E");
            return sum;
        });
        host.StartEngine();
        for (var id = 0; id < 10; id++) await host.ScheduleAsync("Sum", id: $"{id}");
        for (var n = 0; n < 5; n++)
        {
            for (var id = 0; id < 10; id++) await host.Client.RaiseEventAsync($"{id}", "E", id);
            await host.RunDueAsync();
        }

        for (var id = 0; id < 10; id++) Assert.Equal(5 * id, (await host.GetAsync($"{id}")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Orchestration_of_five_thousand_events_receives_each_of_them()
    {
        await using var host = new TestHost();
        host.Catalog.Orchestrator("Sum", async context =>
        {
            var sum = 0;
            for (var n = 0; n < 5_000; n++) sum += await context.WaitForExternalEvent<int>("E");
            return sum;
        });
        var id = await host.StartEngine().ScheduleAsync("Sum");
        await Task.WhenAll(Enumerable.Range(1, 5_000).Select(n => host.Client.RaiseEventAsync(id, "E", n)));
        await host.RunDueAsync();
        Assert.Equal(5_000 * 5_001 / 2, (await host.GetAsync(id)).ReadOutputAs<int>());
    }
}
