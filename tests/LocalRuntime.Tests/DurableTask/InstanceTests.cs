using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedInstanceTests() : InstanceTests(1000);

public sealed class ReplayedInstanceTests() : InstanceTests(0);

public sealed class FileInstanceTests() : InstanceTests(0, onFile: true);

public abstract class InstanceTests : OrchestrationSuite
{
    protected InstanceTests(int cached, bool onFile = false)
        : base(cached, onFile)
    {
        Host.Catalog.Orchestrator("Wait", async context => await context.WaitForExternalEvent<int>("Go"));
        Host.Catalog.Orchestrator("Done", context => Task.FromResult<object?>(context.GetInput<int>()));
        Host.StartEngine();
    }

    [Fact]
    public async Task Instance_in_a_dedupe_status_refuses_a_second_start()
    {
        await Host.RunAsync("Wait", id: "one");
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Host.Client.ScheduleNewOrchestrationInstanceAsync("Done", 1, options));
        Assert.Equal("Wait", (await Host.GetAsync("one")).Name);
    }

    [Fact]
    public async Task One_of_a_hundred_concurrent_starts_with_dedupe_statuses_succeeds()
    {
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(
            Enum.GetValues<OrchestrationRuntimeStatus>());

        var starts = await Task.WhenAll(Enumerable.Range(0, 100).Select(async n =>
        {
            try
            {
                await Host.Client.ScheduleNewOrchestrationInstanceAsync("Done", n, options);
                return n;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return -1;
            }
        }));
        await Host.RunDueAsync();

        Assert.Equal(Assert.Single(starts, n => n >= 0), (await Host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_without_dedupe_statuses_replaces_a_running_instance_and_its_events()
    {
        await Host.RunAsync("Wait", id: "one");
        await Host.ScheduleAsync("Wait", id: "one");
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync("one", "Go", 2);
        await Host.RunDueAsync();

        Assert.Equal(2, (await Host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Result_for_a_replaced_execution_does_not_reach_its_successor()
    {
        var release = new TaskCompletionSource();
        Host.Catalog.Activity<int>("Slow", async (n, _) =>
        {
            if (n == 1) await release.Task;
            return n;
        });
        Host.Catalog.Orchestrator(
            "Call", async context => await context.CallActivityAsync<int>("Slow", context.GetInput<int>()));
        await Host.ScheduleAsync("Call", 1, "one");
        await Host.Client.WaitForInstanceStartAsync("one");
        await Host.ScheduleAsync("Call", 2, "one");
        release.SetResult();
        await Host.RunDueAsync();

        Assert.Equal(2, (await Host.GetAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Start_in_the_future_stays_pending_and_keeps_earlier_events()
    {
        await Host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", null, new StartOrchestrationOptions("later", TestHost.Start.AddDays(1)));
        await Host.Client.RaiseEventAsync("later", "Go", 3);
        await Host.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Host.GetAsync("later")).RuntimeStatus);

        await Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(3, (await Host.GetAsync("later")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Custom_status_is_the_last_one_set_and_remains_after_the_end()
    {
        Host.Catalog.Orchestrator("Status", async context =>
        {
            context.SetCustomStatus(new { Step = 1 });
            await context.WaitForExternalEvent<int>("Go");
            context.SetCustomStatus(new { Step = 2 });
            return null;
        });
        Assert.Equal("""{"Step":1}""", (await Host.RunAsync("Status", id: "one")).SerializedCustomStatus);

        await Host.Client.RaiseEventAsync("one", "Go", 1);
        await Host.RunDueAsync();

        Assert.Equal("""{"Step":2}""", (await Host.GetAsync("one")).SerializedCustomStatus);
    }

    [Fact]
    public async Task Inputs_and_outputs_are_returned_only_on_request()
    {
        await Host.RunAsync("Done", 5, "one");

        var bare = (await Host.Client.GetInstanceAsync("one"))!;
        var whole = await Host.GetAsync("one");

        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<int>());
        Assert.Equal((5, 5), (whole.ReadInputAs<int>(), whole.ReadOutputAs<int>()));
    }

    [Fact]
    public async Task Wait_for_completion_returns_at_the_end_and_refuses_an_unknown_instance()
    {
        await Host.RunAsync("Wait", id: "one");
        var waiting = Host.Client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true);
        Assert.False(waiting.IsCompleted);

        await Host.Client.RaiseEventAsync("one", "Go", 9);

        Assert.Equal(9, (await waiting).ReadOutputAs<int>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Client.WaitForInstanceCompletionAsync("nobody"));
    }
}
