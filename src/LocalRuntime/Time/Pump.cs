namespace LocalRuntime.Time;

/// <summary>
/// A loop that runs a turn when it is woken, or at the instant that its last turn returned. The turn does or starts
/// what is due now and returns the next instant at which something will be due, or null. The gauge counts the pump from
/// the waking to the end of the turn, so that virtual time does not move in between.
/// </summary>
public sealed class Pump : IAsyncDisposable
{
    static readonly TimeSpan MaxSleep = TimeSpan.FromDays(1);

    readonly Lock sync = new();
    readonly TimeProvider clock;
    readonly WorkGauge gauge;
    readonly Func<CancellationToken, Task<DateTimeOffset?>> turn;
    readonly CancellationTokenSource stopping = new();
    readonly SemaphoreSlim signal = new(0);
    readonly ITimer alarm;
    Task loop = Task.CompletedTask;
    IDisposable? woken;

    /// <summary>Creates a pump that does not run yet. An exception of a turn ends the loop.</summary>
    public Pump(TimeProvider clock, WorkGauge gauge, Func<CancellationToken, Task<DateTimeOffset?>> turn)
    {
        (this.clock, this.gauge, this.turn) = (clock, gauge, turn);
        alarm = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The instant of the next turn; null when only a waking causes one.</summary>
    public DateTimeOffset? SleepsUntil { get; private set; }

    public void Start()
    {
        Wake();
        loop = Task.Run(RunAsync);
    }

    /// <summary>Requests a turn; all calls before the turn begins request the same one.</summary>
    public void Wake()
    {
        lock (sync)
        {
            if (woken is not null || stopping.IsCancellationRequested) return;
            woken = gauge.Enter();
        }

        signal.Release();
    }

    /// <summary>Waits for the end of the running turn and runs no other.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        try
        {
            await loop;
        }
        catch (OperationCanceledException)
        {
            // The loop was waiting for a turn.
        }

        await alarm.DisposeAsync();
        lock (sync) woken?.Dispose();
        stopping.Dispose();
        signal.Dispose();
    }

    async Task RunAsync()
    {
        while (true)
        {
            await signal.WaitAsync(stopping.Token);
            IDisposable? lease;
            lock (sync) (lease, woken) = (woken, null);
            using (lease)
            {
                SleepUntil(await turn(stopping.Token));
            }
        }
    }

    void SleepUntil(DateTimeOffset? next)
    {
        SleepsUntil = next;
        var wait = next is null ? Timeout.InfiniteTimeSpan : next.Value - clock.GetUtcNow();
        if (next is not null) wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, MaxSleep.Ticks));
        alarm.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
