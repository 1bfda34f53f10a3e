using FsCheck;
using FsCheck.Fluent;
using LocalRuntime.DurableTask;
using Microsoft.DurableTask;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Events and timers that race, in any order.</summary>
public sealed class RaceProperties
{
    const int Rounds = 6;

    [Fact]
    public void Winner_of_a_race_is_the_same_on_every_replay()
    {
        var minutes = Gen.Choose(0, 20);
        var races = minutes.ArrayOf(Rounds).Zip(minutes.ArrayOf());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(races.ToArbitrary(), race => HaveSameWinner(race.Item1, race.Item2)));
    }

    static bool HaveSameWinner(int[] timers, int[] events) =>
        HaveSameWinnerAsync(timers, events).GetAwaiter().GetResult();

    static async Task<bool> HaveSameWinnerAsync(int[] timers, int[] events)
    {
        await using var cached = new TestHost();
        await using var replayed = new TestHost(new OrchestrationEngineOptions { CachedOrchestrations = 0 });
        var first = await RaceAsync(cached, timers, events);
        var second = await RaceAsync(replayed, timers, events);
        var history = HistoryExport.Read(replayed.Store, "race")!;
        Assert.Null(HistoryReplay.FirstDifference("race", history, replayed.Catalog));
        Assert.Equal(first, second);
        return true;
    }

    static async Task<string?> RaceAsync(TestHost host, int[] timers, int[] events)
    {
        host.Catalog.Orchestrator("Race", async context =>
        {
            var winners = new List<string>();
            var next = context.WaitForExternalEvent<int>("E");
            foreach (var minutes in context.GetInput<int[]>()!)
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromMinutes(minutes), cancellation.Token);
                if (await Task.WhenAny(timer, next) == timer)
                {
                    winners.Add($"timer {context.CurrentUtcDateTime:t}");
                    continue;
                }

#pragma warning disable CA1849, MA0042 // CancelAsync continues on the thread pool, which an orchestrator must not
                cancellation.Cancel();
#pragma warning restore CA1849, MA0042
                winners.Add($"event {await next} {context.CurrentUtcDateTime:t}");
                next = context.WaitForExternalEvent<int>("E");
            }

            return winners;
        });
        await host.StartEngine().ScheduleAsync("Race", timers, "race");
        await host.RunDueAsync();
        foreach (var minute in events.Order())
        {
            await host.Clock.AdvanceToAsync(TestHost.Start.AddMinutes(minute));
            await host.Client.RaiseEventAsync("race", "E", minute);
        }

        await host.AdvanceAsync(TimeSpan.FromHours(3));
        return (await host.GetAsync("race")).SerializedOutput;
    }
}
