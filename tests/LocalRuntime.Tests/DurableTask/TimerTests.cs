using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedTimerTests() : TimerTests(1000);

public sealed class ReplayedTimerTests() : TimerTests(0);

public abstract class TimerTests(int cached) : OrchestrationSuite(cached)
{
    [Fact]
    public async Task Timer_fires_at_its_instant_and_not_before()
    {
        Host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        var id = await Host.StartEngine().ScheduleAsync("Wait");

        await Host.AdvanceAsync(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.True((await Host.GetAsync(id)).IsRunning);
        await Host.AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.Equal(TestHost.Start.UtcDateTime.AddDays(30), (await Host.GetAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timer_in_the_past_fires_at_once()
    {
        Host.Catalog.Orchestrator("Past", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return null;
        });

        Assert.True((await Host.StartEngine().RunAsync("Past")).IsCompleted);
    }

    [Fact]
    public async Task Canceled_timer_throws_and_leaves_nothing_due()
    {
        Host.Catalog.Orchestrator("Cancel", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
            await context.WaitForExternalEvent<string>("Go");
#pragma warning disable CA1849, MA0042 // CancelAsync continues on the thread pool, which an orchestrator must not
            cancellation.Cancel();
#pragma warning restore CA1849, MA0042
            try
            {
                await timer;
                return "fired";
            }
            catch (TaskCanceledException)
            {
                await context.WaitForExternalEvent<string>("End");
                return "cancelled";
            }
        });
        var id = await Host.StartEngine().ScheduleAsync("Cancel");
        await Host.RunDueAsync();
        Assert.Single(Host.Engine.Due(10));

        await Host.Client.RaiseEventAsync(id, "Go");
        await Host.RunDueAsync();
        Assert.Empty(Host.Engine.Due(10));

        await Host.Client.RaiseEventAsync(id, "End");
        await Host.RunDueAsync();
        Assert.Equal("cancelled", (await Host.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Current_time_is_the_same_before_and_after_a_replay()
    {
        Host.Catalog.Orchestrator("Clock", async context =>
        {
            var begun = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return new[] { begun, context.CurrentUtcDateTime };
        });
        var id = await Host.StartEngine().ScheduleAsync("Clock");
        await Host.AdvanceAsync(TimeSpan.FromHours(3));

        var start = TestHost.Start.UtcDateTime;
        Assert.Equal([start, start.AddHours(2)], (await Host.GetAsync(id)).ReadOutputAs<List<DateTime>>()!);
    }

    [Fact]
    public async Task Due_items_are_in_order_of_time_with_a_reason()
    {
        Host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(context.GetInput<TimeSpan>(), CancellationToken.None);
            return null;
        });
        await Host.StartEngine().ScheduleAsync("Wait", TimeSpan.FromHours(2), "later");
        await Host.ScheduleAsync("Wait", TimeSpan.FromHours(1), "sooner");
        await Host.RunDueAsync();

        var due = Host.Engine.Due(10);

        Assert.Equal(["sooner", "later"], due.Select(item => item.Name));
        Assert.Equal(TestHost.Start.AddHours(1), due[0].At);
        Assert.Equal("orchestration sooner waits for its timer 0", due[0].Why);
    }
}
