using LocalRuntime.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class RestartTests : IAsyncDisposable
{
    readonly TestHost host = new(
        new OrchestrationEngineOptions { StopTimeout = TimeSpan.FromMilliseconds(20) }, onFile: true);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Mixed_workload_survives_a_restart_at_every_hour()
    {
        var workload = new MixedWorkload(host.Catalog).Register();
        await host.StartEngine().ScheduleAsync("Mixed", id: "mixed");
        await host.Client.RaiseEventAsync("mixed", "go-0", "one");
        await host.Client.RaiseEventAsync("mixed", "go-5", "two");
        for (var hour = 0; hour < 6; hour++)
        {
            await host.AdvanceAsync(TimeSpan.FromHours(1));
            await host.RestartAsync();
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("mixed")).RuntimeStatus);
        Assert.Equal(10, workload.Effects.Count());
    }

    [Fact]
    public async Task Timer_that_became_due_before_the_restart_fires_after_it()
    {
        host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return null;
        });
        var id = await host.StartEngine().ScheduleAsync("Wait");
        await host.RunDueAsync();
        await host.Engine.DisposeAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        await host.RestartAsync();
        await host.RunDueAsync();

        Assert.True((await host.GetAsync(id)).IsCompleted);
    }

    [Fact]
    public async Task Activity_that_was_running_when_the_process_died_is_run_again_at_once()
    {
        var begun = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var runs = 0;
        host.Catalog.Activity<int>("Work", async (n, _) =>
        {
            if (Interlocked.Increment(ref runs) > 1) return n;
            begun.SetResult();
            await never.Task;
            return -1;
        });
        host.Catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Work", 7));
        var id = await host.StartEngine().ScheduleAsync("Call");
        await begun.Task;

        await host.CrashAsync();
        var instance = await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        never.SetResult();

        Assert.Equal((2, 7), (runs, instance.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task Stopping_engine_cancels_an_activity_and_the_next_engine_runs_it()
    {
        var begun = new TaskCompletionSource();
        var runs = 0;
        host.Catalog.Activity<int>("Work", async (n, stopping) =>
        {
            if (Interlocked.Increment(ref runs) > 1) return n;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stopping);
            return -1;
        });
        host.Catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Work", 7));
        var id = await host.StartEngine().ScheduleAsync("Call");
        await begun.Task;

        await host.RestartAsync();
        await host.RunDueAsync();

        Assert.Equal((2, 7), (runs, (await host.GetAsync(id)).ReadOutputAs<int>()));
    }

    [Fact]
    public async Task Stopping_engine_waits_for_an_activity_that_ends_in_time()
    {
        await using var patient = new TestHost(
            new OrchestrationEngineOptions { StopTimeout = TimeSpan.FromMinutes(1) });
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var runs = 0;
        patient.Catalog.Activity<int>("Work", async (n, _) =>
        {
            runs++;
            begun.SetResult();
            await release.Task;
            return n;
        });
        patient.Catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Work", 7));
        var id = await patient.StartEngine().ScheduleAsync("Call");
        await begun.Task;

        var restart = patient.RestartAsync();
        release.SetResult();
        await restart;
        await patient.RunDueAsync();

        Assert.Equal((1, 7), (runs, (await patient.GetAsync(id)).ReadOutputAs<int>()));
    }
}
