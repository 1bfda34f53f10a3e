using LocalRuntime.Time;
using Xunit;

namespace LocalRuntime.Tests.Time;

public sealed class VirtualTimeProviderTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    readonly WorkGauge gauge = new();
    readonly VirtualTimeProvider clock;
    readonly List<string> fired = [];

    public VirtualTimeProviderTests() => clock = new VirtualTimeProvider(Start, gauge);

    public void Dispose() => clock.Dispose();

    [Fact]
    public async Task Timers_fire_in_order_of_time_and_each_sees_its_own_instant()
    {
        using var late = Timer("late", 30);
        using var early = Timer("early", 10);
        using var same = Timer("same", 10);
        await clock.AdvanceToAsync(Start.AddSeconds(30));
        Assert.Equal(["early 10", "same 10", "late 30"], fired);
    }

    [Fact]
    public async Task Timer_set_by_a_timer_fires_in_the_same_advance()
    {
        using var second = clock.CreateTimer(
            _ => Note("second"), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var first = clock.CreateTimer(
            _ => second.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(10),
            Timeout.InfiniteTimeSpan);
        await clock.AdvanceToAsync(Start.AddSeconds(20));
        Assert.Equal(["second 15"], fired);
        Assert.Equal(Start.AddSeconds(20), clock.GetUtcNow());
    }

    [Fact]
    public async Task Changed_or_disposed_timer_does_not_fire_at_its_old_instant()
    {
        using var moved = Timer("moved", 10);
        var dropped = Timer("dropped", 10);
        moved.Change(TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        await dropped.DisposeAsync();
        await clock.AdvanceToAsync(Start.AddSeconds(60));
        Assert.Equal(["moved 20"], fired);
    }

    [Fact]
    public async Task Periodic_timer_fires_every_period()
    {
        using var periodic = clock.CreateTimer(
            _ => Note("tick"), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
        await clock.AdvanceToAsync(Start.AddSeconds(50));
        Assert.Equal(["tick 10", "tick 30", "tick 50"], fired);
    }

    [Fact]
    public async Task Time_waits_for_the_work_that_a_timer_started()
    {
        var work = new TaskCompletionSource();
        IDisposable? lease = null;
        using var starts = clock.CreateTimer(
            _ => lease = gauge.Enter(), null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        using var next = Timer("next", 11);
        var advance = clock.AdvanceToAsync(Start.AddSeconds(20));
        Assert.Equal(Start.AddSeconds(10), clock.GetUtcNow());
        Assert.False(advance.IsCompleted);
        lease!.Dispose();
        await advance;
        Assert.Equal(["next 11"], fired);
    }

    [Fact]
    public async Task Instant_in_the_past_has_no_effect()
    {
        await clock.AdvanceToAsync(Start.AddDays(-1));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Delays_and_elapsed_time_follow_the_clock()
    {
        var began = clock.GetTimestamp();
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        await clock.AdvanceToAsync(Start.AddMinutes(59));
        Assert.False(delay.IsCompleted);
        await clock.AdvanceToAsync(Start.AddMinutes(60));
        await delay;
        Assert.Equal(TimeSpan.FromHours(1), clock.GetElapsedTime(began));
    }

    ITimer Timer(string name, int seconds) =>
        clock.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

    void Note(string name) => fired.Add($"{name} {(clock.GetUtcNow() - Start).TotalSeconds}");
}
