using System.Collections.Concurrent;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Engine;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Engines that share a store.</summary>
public sealed class LeaseTests : IAsyncDisposable
{
    const string Elsewhere = "another-machine/1/1/x";

    readonly TestHost host = new(onFile: true);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Turn_that_another_machine_holds_is_taken_over_when_its_lease_ends()
    {
        host.Catalog.Orchestrator("Done", _ => Task.FromResult<object?>(1));
        var id = await host.ScheduleAsync("Done");
        var now = TestHost.Start.UtcDateTime;
        await host.Store.WriteAsync(
            connection => InstanceTable.Claim(connection, Elsewhere, now, now.AddMinutes(1), 10));
        host.StartEngine();

        await host.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.GetAsync(id)).RuntimeStatus);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.True((await host.GetAsync(id)).IsCompleted);
    }

    [Fact]
    public async Task Turn_whose_lease_was_lost_has_no_effect()
    {
        var now = TestHost.Start.UtcDateTime;
        var stolen = false;
        host.Catalog.Activity<int>("Work", n => n).Orchestrator("Call", async context =>
        {
            if (!stolen)
            {
                stolen = true;
                var later = now.AddMinutes(2);
                var claim = host.Store.WriteAsync(
                    connection => InstanceTable.Claim(connection, Elsewhere, later, now.AddHours(1), 1));
                claim.GetAwaiter().GetResult();
            }

            return await context.CallActivityAsync<int>("Work", 7);
        });
        var id = await host.StartEngine().ScheduleAsync("Call");
        await host.RunDueAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.GetAsync(id)).RuntimeStatus);
        Assert.Equal(0, Rows.Count(host.Store, "durable_activities"));

        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(7, (await host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Activity_that_another_machine_holds_is_taken_over_when_its_lease_ends_and_reports_once()
    {
        host.Catalog.Activity<int>("Work", n => n);
        var now = TestHost.Start.UtcDateTime;
        await host.Store.WriteAsync(
            connection => ActivityTable.Add(connection, "one", "execution", new TaskScheduled(0, "Work", "1")));
        var held = await host.Store.WriteAsync(
            connection => ActivityTable.Claim(connection, Elsewhere, now, now.AddMinutes(1), 10));
        host.StartEngine();

        await host.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(1, Rows.Count(host.Store, "durable_activities"));
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0, Rows.Count(host.Store, "durable_activities"));

        var late = new TaskCompleted(0, "2");
        Assert.False(await host.Store.WriteAsync(
            connection => ActivityTable.Complete(connection, Elsewhere, Assert.Single(held), now, late)));
    }

    [Fact]
    public async Task Two_engines_on_one_store_run_no_activity_twice_and_every_orchestration_to_its_end()
    {
        var runs = new ConcurrentDictionary<string, int>();
        host.Catalog.Activity<string>("Count", key => runs.AddOrUpdate(key, 1, (_, n) => n + 1));
        host.Catalog.Orchestrator("Three", async context =>
        {
            for (var n = 0; n < 3; n++) await context.CallActivityAsync<int>("Count", $"{context.InstanceId}/{n}");
            return null;
        });
        await using var second = new OrchestrationEngine(
            host.Store,
            host.Clock,
            host.Gauge,
            host.Catalog,
            NullLoggerFactory.Instance,
            new OrchestrationEngineOptions());
        host.StartEngine();
        second.Start();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(n =>
        {
            var client = n % 2 == 0 ? host.Client : second.Client;
            return client.ScheduleNewOrchestrationInstanceAsync("Three", null, new StartOrchestrationOptions($"i{n}"));
        }));
        await host.RunDueAsync();

        Assert.Equal(300, runs.Count);
        Assert.All(runs.Values, times => Assert.Equal(1, times));
        await foreach (var instance in host.Client.GetAllInstancesAsync())
            Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task Engine_takes_over_work_that_another_process_sent()
    {
        host.Catalog.Orchestrator("Done", _ => Task.FromResult<object?>(1));
        await using var second = new OrchestrationEngine(
            host.Store, host.Clock, host.Gauge, host.Catalog, NullLoggerFactory.Instance,
            new OrchestrationEngineOptions());
        second.Start();
        await host.RunDueAsync();

        var id = await host.ScheduleAsync("Done");
        await second.TakeOverAsync();
        await host.RunDueAsync();

        Assert.True((await host.GetAsync(id)).IsCompleted);
    }

    [Fact]
    public async Task Lease_of_an_activity_that_runs_long_is_renewed()
    {
        // The clock has a gauge of its own, so that it moves while the activity runs.
        await using var store = new EmbeddedStore(":memory:");
        using var clock = new VirtualTimeProvider(TestHost.Start, new WorkGauge());
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var catalog = new TestCatalog();
        catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Work", 1));
        catalog.Activity<int>("Work", async (n, _) =>
        {
            begun.SetResult();
            await release.Task;
            return n;
        });
        await using var engine = new OrchestrationEngine(
            store, clock, new WorkGauge(), catalog, NullLoggerFactory.Instance, new OrchestrationEngineOptions());
        engine.Start();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Call");
        await begun.Task;
        using var committed = new SemaphoreSlim(0);
        store.Committing = _ => committed.Release();

        for (var beat = 0; beat < 10; beat++)
        {
            await clock.AdvanceToAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(20));
            await committed.WaitAsync();
        }

        store.Committing = null;
        Assert.True(ActivityTable.NextDue(await store.WriteAsync(connection => connection)) > clock.GetUtcNow());
        release.SetResult();
        Assert.True((await engine.Client.WaitForInstanceCompletionAsync(id)).IsCompleted);
    }

    [Fact]
    public void Owner_is_dead_after_its_disposal_and_never_on_another_machine()
    {
        var run = new EngineRun();
        Assert.False(EngineRun.IsDead(run.Owner));
        run.Dispose();
        Assert.True(EngineRun.IsDead(run.Owner));
        Assert.False(EngineRun.IsDead(Elsewhere));
        Assert.True(EngineRun.IsDead($"{Environment.MachineName}/{Environment.ProcessId}/1/reused-process-id"));
    }
}
