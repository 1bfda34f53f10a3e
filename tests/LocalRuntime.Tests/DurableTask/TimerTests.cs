using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedTimerTests() : TimerTests(1000);

public sealed class ReplayedTimerTests() : TimerTests(0);

public abstract class TimerTests(int cached) : OrchestrationSuite(cached)
{
    [Fact]
    public async Task A_timer_fires_at_its_instant_and_not_before()
    {
        Host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        var id = await Host.Started().ScheduleAsync("Wait");

        await Host.AdvanceAsync(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.True((await Host.GetAsync(id)).IsRunning);
        await Host.AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.Equal(TestHost.Start.UtcDateTime.AddDays(30), (await Host.GetAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        Host.Catalog.Orchestrator("Past", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return null;
        });

        Assert.True((await Host.Started().RunAsync("Past")).IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_timer_throws_and_keeps_nothing_waiting()
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
        var id = await Host.Started().ScheduleAsync("Cancel");
        await Host.SettleAsync();
        Assert.Single(Host.Engine.Due(10));

        await Host.Client.RaiseEventAsync(id, "Go");
        await Host.SettleAsync();
        Assert.Empty(Host.Engine.Due(10));

        await Host.Client.RaiseEventAsync(id, "End");
        await Host.SettleAsync();
        Assert.Equal("cancelled", (await Host.GetAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_current_time_is_the_same_before_and_after_a_replay()
    {
        Host.Catalog.Orchestrator("Clock", async context =>
        {
            var begun = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return new[] { begun, context.CurrentUtcDateTime };
        });
        var id = await Host.Started().ScheduleAsync("Clock");
        await Host.AdvanceAsync(TimeSpan.FromHours(3));

        var start = TestHost.Start.UtcDateTime;
        Assert.Equal([start, start.AddHours(2)], (await Host.GetAsync(id)).ReadOutputAs<List<DateTime>>()!);
    }

    [Fact]
    public async Task What_is_due_is_told_in_order_of_time_and_says_why()
    {
        Host.Catalog.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(context.GetInput<TimeSpan>(), CancellationToken.None);
            return null;
        });
        await Host.Started().ScheduleAsync("Wait", TimeSpan.FromHours(2), "later");
        await Host.ScheduleAsync("Wait", TimeSpan.FromHours(1), "sooner");
        await Host.SettleAsync();

        var due = Host.Engine.Due(10);

        Assert.Equal(["sooner", "later"], due.Select(item => item.Name));
        Assert.Equal(TestHost.Start.AddHours(1), due[0].At);
        Assert.Equal("orchestration sooner waits for its timer 0", due[0].Why);
    }
}
