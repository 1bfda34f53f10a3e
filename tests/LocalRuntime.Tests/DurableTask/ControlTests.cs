using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedControlTests() : ControlTests(1000);

public sealed class ReplayedControlTests() : ControlTests(0);

/// <summary>Termination, suspension and continuation of instances.</summary>
public abstract class ControlTests : OrchestrationSuite
{
    protected ControlTests(int cached, bool onFile = false)
        : base(cached, onFile)
    {
        Host.Catalog.Orchestrator("Wait", async context => await context.WaitForExternalEvent<int>("Go"));
        Host.Catalog.Orchestrator("Done", context => Task.FromResult<object?>(context.GetInput<int>()));
        Host.StartEngine();
    }

    [Fact]
    public async Task Pending_instance_can_be_terminated_before_its_start()
    {
        await Host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Done", 1, new StartOrchestrationOptions("later", TestHost.Start.AddDays(1)));
        await Host.Client.TerminateInstanceAsync("later", "no");
        await Host.RunDueAsync();

        var instance = await Host.GetAsync("later");
        Assert.Equal(
            (OrchestrationRuntimeStatus.Terminated, "no"), (instance.RuntimeStatus, instance.ReadOutputAs<string>()));
        Assert.Empty(Host.Engine.Due(10));
    }

    [Fact]
    public async Task Terminated_instance_ignores_the_result_of_its_activity()
    {
        var release = new TaskCompletionSource();
        Host.Catalog.Activity<int>("Slow", async (n, _) =>
        {
            await release.Task;
            return n;
        });
        Host.Catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Slow", 1));
        var id = await Host.ScheduleAsync("Call");
        await Host.Client.WaitForInstanceStartAsync(id);
        await Host.Client.TerminateInstanceAsync(id, new { Reason = "enough" });
        await Host.Client.WaitForInstanceCompletionAsync(id);
        release.SetResult();
        await Host.RunDueAsync();

        var instance = await Host.GetAsync(id);
        Assert.Equal(
            (OrchestrationRuntimeStatus.Terminated, """{"Reason":"enough"}"""),
            (instance.RuntimeStatus, instance.SerializedOutput));
    }

    [Fact]
    public async Task Suspended_instance_receives_its_messages_when_it_is_resumed()
    {
        Host.Catalog.Orchestrator("Both", async context =>
        {
            var timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var sum = await context.WaitForExternalEvent<int>("E") + await context.WaitForExternalEvent<int>("E");
            await timer;
            return sum;
        });
        var id = await Host.ScheduleAsync("Both");
        await Host.RunDueAsync();
        await Host.Client.SuspendInstanceAsync(id, "lunch");
        await Host.Client.RaiseEventAsync(id, "E", 1);
        await Host.Client.RaiseEventAsync(id, "E", 2);
        await Host.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await Host.GetAsync(id)).RuntimeStatus);

        await Host.Client.ResumeInstanceAsync(id);
        await Host.RunDueAsync();

        Assert.Equal(3, (await Host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Suspended_instance_can_be_terminated()
    {
        await Host.RunAsync("Wait", id: "one");
        await Host.Client.SuspendInstanceAsync("one");
        await Host.Client.TerminateInstanceAsync("one", null);
        await Host.RunDueAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await Host.GetAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task Instance_that_continues_as_new_keeps_no_earlier_history()
    {
        Host.Catalog.Orchestrator("Count", async context =>
        {
            var n = context.GetInput<int>();
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            if (n == 100) return n;
            context.ContinueAsNew(n + 1);
            return null;
        });
        var id = await Host.ScheduleAsync("Count", 1);
        await Host.AdvanceAsync(TimeSpan.FromHours(100));

        Assert.Equal(100, (await Host.GetAsync(id)).ReadOutputAs<int>());
        Assert.Equal(2, Rows.Count(Host.Store, "durable_history"));
    }
}
