using LocalRuntime.Time;
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
        Assert.Null(pump.SleepsUntil);
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
        await using var pump = new Pump(clock, gauge, async _ =>
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

    Pump Pump(Func<DateTimeOffset, DateTimeOffset?> next) => new(clock, gauge, _ =>
    {
        turns.Add(clock.GetUtcNow());
        return Task.FromResult(next(clock.GetUtcNow()));
    });
}
