using LocalRuntime.Time;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LocalRuntime.Tests.Time;

public sealed class PumpTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    readonly WorkGauge gauge = new();
    readonly VirtualTimeProvider clock;
    readonly List<DateTimeOffset> turns = [];

    public PumpTests() => clock = new VirtualTimeProvider(Start, gauge);

    public void Dispose() => clock.Dispose();

    [Fact]
    public async Task Turn_runs_at_each_instant_that_the_last_turn_returned()
    {
        await using var pump = Pump(now => now < Start.AddMinutes(3) ? now.AddMinutes(1) : null);
        pump.Start();
        await clock.AdvanceToAsync(Start.AddHours(1));
        Assert.Equal([Start, Start.AddMinutes(1), Start.AddMinutes(2), Start.AddMinutes(3)], turns);
    }

    [Fact]
    public async Task Turn_runs_when_the_pump_is_woken()
    {
        await using var pump = Pump(_ => null);
        pump.Start();
        await gauge.WhenIdleAsync();
        pump.Wake();
        await gauge.WhenIdleAsync();
        Assert.Equal(2, turns.Count);
    }

    [Fact]
    public async Task Wakings_during_a_turn_cause_one_more()
    {
        var inside = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var pump = new Pump("pump", clock, gauge, NullLogger.Instance, async _ =>
        {
            turns.Add(clock.GetUtcNow());
            inside.TrySetResult();
            await goOn.Task;
            return null;
        });
        pump.Start();
        await inside.Task;
        pump.Wake();
        pump.Wake();
        pump.Wake();
        goOn.SetResult();
        await gauge.WhenIdleAsync();
        Assert.Equal(2, turns.Count);
    }

    [Fact]
    public async Task No_turn_runs_before_the_start_or_after_the_disposal()
    {
        var pump = Pump(_ => null);
        Assert.Empty(turns);
        pump.Start();
        await gauge.WhenIdleAsync();
        await pump.DisposeAsync();
        pump.Wake();
        await gauge.WhenIdleAsync();
        Assert.Single(turns);
    }

    [Fact]
    public async Task Instant_more_than_a_day_away_is_met_exactly()
    {
        await using var pump = Pump(now => now < Start.AddDays(40) ? Start.AddDays(40) : null);
        pump.Start();
        await clock.AdvanceToAsync(Start.AddDays(60));
        Assert.Equal(Start.AddDays(40), turns[^1]);
    }

    [Fact]
    public async Task Failing_turn_is_repeated_with_a_growing_delay_and_tells_so_until_it_succeeds()
    {
        await using var pump = Pump(now => now < Start.AddMinutes(1)
            ? throw new OperationCanceledException("The storage\ndid not answer.")
            : null);
        pump.Start();
        await clock.AdvanceToAsync(Start.AddSeconds(30));
        Assert.Equal([0, 1, 3, 7, 15, 25], turns.Select(turn => (turn - Start).TotalSeconds));
        Assert.Equal(
            "pump fails since 2026-12-01 00:00:00Z: OperationCanceledException: The storage", pump.Standstill);

        await clock.AdvanceToAsync(Start.AddHours(1));
        Assert.Null(pump.Standstill);
        Assert.Equal(65, (turns[^1] - Start).TotalSeconds);
    }

    [Fact]
    public async Task Turn_that_hangs_is_told_after_a_minute()
    {
        var goOn = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var time = new SettableClock { Now = Start };
        await using var pump = new Pump("pump", time, gauge, NullLogger.Instance, async _ =>
        {
            began.SetResult();
            await goOn.Task;
            return null;
        });
        pump.Start();
        await began.Task;
        time.Now = Start.AddMinutes(1);
        Assert.Null(pump.Standstill);
        time.Now = Start.AddSeconds(61);
        Assert.Equal("pump hangs since 2026-12-01 00:00:00Z", pump.Standstill);

        goOn.SetResult();
        await gauge.WhenIdleAsync();
        Assert.Null(pump.Standstill);
    }

    sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    Pump Pump(Func<DateTimeOffset, DateTimeOffset?> next) => new("pump", clock, gauge, NullLogger.Instance, _ =>
    {
        turns.Add(clock.GetUtcNow());
        return Task.FromResult(next(clock.GetUtcNow()));
    });
}
