using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedEventTests() : EventTests(1000);

public sealed class ReplayedEventTests() : EventTests(0);

public abstract class EventTests(int cached) : OrchestrationSuite(cached)
{
    [Fact]
    public async Task Events_raised_before_a_wait_are_kept_in_order_and_by_name_ignoring_case()
    {
        Host.Catalog.Orchestrator("Collect", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var b = await context.WaitForExternalEvent<int>("b");
            var first = await context.WaitForExternalEvent<int>("A");
            var second = await context.WaitForExternalEvent<int>("a");
            return new[] { b, first, second };
        });
        var id = await Host.StartEngine().ScheduleAsync("Collect");
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync(id, "a", 1);
        await Host.Client.RaiseEventAsync(id, "A", 2);
        await Host.Client.RaiseEventAsync(id, "B", 3);

        await Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal([3, 1, 2], (await Host.GetAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task Waits_for_one_name_are_served_in_order()
    {
        Host.Catalog.Orchestrator("Two", async context =>
        {
            var first = context.WaitForExternalEvent<int>("E");
            var second = context.WaitForExternalEvent<int>("E");
            await Task.WhenAll(first, second);
            return new[] { await first, await second };
        });
        var id = await Host.StartEngine().ScheduleAsync("Two");
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync(id, "E", 1);
        await Host.Client.RaiseEventAsync(id, "E", 2);
        await Host.RunDueAsync();

        Assert.Equal([1, 2], (await Host.GetAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task Wait_that_times_out_throws_and_takes_no_later_event()
    {
        Host.Catalog.Orchestrator("Patient", async context =>
        {
            try
            {
                await context.WaitForExternalEvent<int>("E", TimeSpan.FromHours(1));
                return -1;
            }
            catch (TaskCanceledException)
            {
                return await context.WaitForExternalEvent<int>("E");
            }
        });
        var id = await Host.StartEngine().ScheduleAsync("Patient");
        await Host.AdvanceAsync(TimeSpan.FromHours(1));
        await Host.Client.RaiseEventAsync(id, "E", 7);
        await Host.RunDueAsync();

        Assert.Equal(7, (await Host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Event_before_the_timeout_removes_its_timer()
    {
        Host.Catalog.Orchestrator("Quick", async context =>
        {
            var payload = await context.WaitForExternalEvent<int>("E", TimeSpan.FromDays(365));
            await context.WaitForExternalEvent<int>("End");
            return payload;
        });
        var id = await Host.StartEngine().ScheduleAsync("Quick");
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync(id, "E", 5);
        await Host.RunDueAsync();

        Assert.Empty(Host.Engine.Due(10));
    }

    [Fact]
    public async Task Unprocessed_events_survive_ContinueAsNew_in_order()
    {
        Host.Catalog.Orchestrator("Loop", async context =>
        {
            var seen = context.GetInput<List<int>>() ?? [];
            seen.Add(await context.WaitForExternalEvent<int>("E"));
            if (seen.Count == 5) return seen;
            context.ContinueAsNew(seen);
            return null;
        });
        var id = await Host.ScheduleAsync("Loop");
        for (var n = 1; n <= 5; n++) await Host.Client.RaiseEventAsync(id, "E", n);
        Host.StartEngine();
        await Host.RunDueAsync();

        Assert.Equal([1, 2, 3, 4, 5], (await Host.GetAsync(id)).ReadOutputAs<List<int>>()!);
    }

    [Fact]
    public async Task Unprocessed_events_are_dropped_by_ContinueAsNew_on_request()
    {
        Host.Catalog.Orchestrator("Forget", async context =>
        {
            if (context.GetInput<bool>()) return await context.WaitForExternalEvent<int>("E");
            await context.WaitForExternalEvent<int>("Go");
            context.ContinueAsNew(true, preserveUnprocessedEvents: false);
            return null;
        });
        var id = await Host.StartEngine().ScheduleAsync("Forget");
        await Host.Client.RaiseEventAsync(id, "E", 1);
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync(id, "Go", 0);
        await Host.RunDueAsync();
        await Host.Client.RaiseEventAsync(id, "E", 2);
        await Host.RunDueAsync();

        Assert.Equal(2, (await Host.GetAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Events_to_unknown_and_finished_instances_are_dropped_silently()
    {
        Host.Catalog.Orchestrator("Done", _ => Task.FromResult<object?>(1));
        var done = await Host.StartEngine().RunAsync("Done", id: "done");

        await Host.Client.RaiseEventAsync("nobody", "E", 1);
        await Host.Client.RaiseEventAsync("done", "E", 1);
        await Host.RunDueAsync();

        Assert.Null(await Host.Client.GetInstanceAsync("nobody"));
        Assert.Equal(done.LastUpdatedAt, (await Host.GetAsync("done")).LastUpdatedAt);
        Assert.Empty(Host.Engine.Due(10));
    }

    [Fact]
    public async Task Orchestration_sends_events_to_another_one()
    {
        Host.Catalog.Orchestrator("Listen", async context => await context.WaitForExternalEvent<string>("Word"));
        Host.Catalog.Orchestrator("Speak", context =>
        {
            context.SendEvent("listener", "word", "hello");
            context.SendEvent("nobody", "word", "hello");
            return Task.FromResult<object?>(null);
        });
        await Host.StartEngine().ScheduleAsync("Listen", id: "listener");
        await Host.RunAsync("Speak");

        Assert.Equal("hello", (await Host.GetAsync("listener")).ReadOutputAs<string>());
    }
}
