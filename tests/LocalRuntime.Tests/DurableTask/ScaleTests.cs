using System.Diagnostics;
using LocalRuntime.DurableTask;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>What must not grow with the number of instances. The figures are explicit tests: they print, and pass or fail by no clock.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_thousand_waiting_timers_cost_no_commit_while_time_passes()
    {
        await using var host = new TestHost();
        host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return null;
        });
        host.Started();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => host.ScheduleAsync("Wait")));
        await host.SettleAsync();
        var commits = host.Store.Commits;

        await host.AdvanceAsync(TimeSpan.FromDays(29));

        Assert.Equal(commits, host.Store.Commits);
    }

    [Fact]
    public async Task Orchestrations_that_fall_out_of_memory_between_turns_go_on_where_they_stood()
    {
        await using var host = new TestHost(new OrchestrationEngineOptions { CachedOrchestrations = 3 });
        host.Catalog.Orchestrator("Sum", async context =>
        {
            var sum = 0;
            for (var n = 0; n < 5; n++) sum += await context.WaitForExternalEvent<int>("E");
            return sum;
        });
        host.Started();
        for (var id = 0; id < 10; id++) await host.ScheduleAsync("Sum", id: $"{id}");
        for (var n = 0; n < 5; n++)
        {
            for (var id = 0; id < 10; id++) await host.Client.RaiseEventAsync($"{id}", "E", id);
            await host.SettleAsync();
        }

        for (var id = 0; id < 10; id++) Assert.Equal(5 * id, (await host.GetAsync($"{id}")).ReadOutputAs<int>());
    }

    [Fact(Explicit = true)]
    public async Task Figure_orchestrations_of_three_activities_a_second()
    {
        const int Count = 3000;
        using var folder = new TemporaryFolder();
        await using var store = new EmbeddedStore(folder.File("store.db"));
        await using var engine = Engine(store);
        engine.Start();
        await RunAsync(engine.Client, "warm", 200);

        var watch = Stopwatch.StartNew();
        await RunAsync(engine.Client, "run", Count);
        output.WriteLine($"{Count / watch.Elapsed.TotalSeconds:n0} orchestrations/s, {store.Commits} commits");
    }

    [Fact(Explicit = true)]
    public async Task Figure_an_orchestration_of_five_thousand_events()
    {
        await using var host = new TestHost();
        host.Catalog.Orchestrator("Sum", async context =>
        {
            var sum = 0;
            for (var n = 0; n < 5000; n++) sum += await context.WaitForExternalEvent<int>("E");
            return sum;
        });
        var id = await host.Started().ScheduleAsync("Sum");
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 5000; n++)
        {
            await host.Client.RaiseEventAsync(id, "E", 1);
            if (n == 2499) output.WriteLine($"2,500 events in {watch.ElapsedMilliseconds} ms");
        }

        await host.SettleAsync();
        output.WriteLine($"5,000 events in {watch.ElapsedMilliseconds} ms, sum {(await host.GetAsync(id)).ReadOutputAs<int>()}");
    }

    [Fact(Explicit = true)]
    public async Task Figure_start_on_a_full_store_and_rest_with_ten_thousand_waiting()
    {
        using var folder = new TemporaryFolder();
        await using var store = new EmbeddedStore(folder.File("store.db"));
        await store.WriteAsync(LocalRuntime.DurableTask.Storage.DurableSchema.Create);
        await store.WriteAsync(Fill);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var watch = Stopwatch.StartNew();
        await using var engine = Engine(store);
        engine.Start();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Three");
        await engine.Client.WaitForInstanceCompletionAsync(id);
        output.WriteLine($"started and ran one in {watch.ElapsedMilliseconds} ms; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024} KiB more");

        // The runtime still compiles what has just become hot; that is not the engine's cost at rest.
        await Task.Delay(TimeSpan.FromSeconds(10));
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(5));
        process.Refresh();
        output.WriteLine($"at rest {(process.TotalProcessorTime - busy).TotalSeconds / 5:p2} of a core");
    }

    static int Fill(Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 110000)
            INSERT INTO durable_instances (instance_id, execution_id, name, status, created_at, updated_at, start_at, turns, due_at)
            SELECT 'old-' || i, 'e', 'Three', CASE WHEN i <= 100000 THEN 1 ELSE 0 END, 0, 0, 0, 1, CASE WHEN i <= 100000 THEN NULL ELSE 3000000000000000000 + i END FROM n;
            INSERT INTO durable_inbox (instance_id, execution_id, visible_at, timer_id, event)
            SELECT instance_id, 'e', due_at, 0, '{"event":"TimerFired","Id":0}' FROM durable_instances WHERE due_at IS NOT NULL;
            """;
        return command.ExecuteNonQuery();
    }

    static OrchestrationEngine Engine(EmbeddedStore store)
    {
        var catalog = new TestCatalog().Activity<int>("Add", n => n + 1).Orchestrator("Three", async context =>
        {
            var n = 0;
            for (var step = 0; step < 3; step++) n = await context.CallActivityAsync<int>("Add", n);
            return n;
        });
        return new OrchestrationEngine(store, TimeProvider.System, new WorkGauge(), catalog, NullLoggerFactory.Instance, new OrchestrationEngineOptions());
    }

    static Task RunAsync(DurableTaskClient client, string prefix, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(async n =>
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Three", 0, new StartOrchestrationOptions($"{prefix}-{n}"));
        var instance = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        Assert.Equal(3, instance.ReadOutputAs<int>());
    }));

    sealed class TemporaryFolder : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("durable");

        public string File(string name) => Path.Combine(folder.FullName, name);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
