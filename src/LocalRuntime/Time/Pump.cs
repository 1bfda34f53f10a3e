namespace LocalRuntime.Time;

/// <summary>
/// A loop that takes a turn when it is woken or when the instant its last turn named has come.
/// The turn does (or starts) what is due now and returns the next instant at which something will be, or null.
/// From the waking to the end of the turn the gauge counts it, so virtual time cannot slip in between.
/// </summary>
public sealed class Pump : IAsyncDisposable
{
    static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    readonly Lock sync = new();
    readonly TimeProvider clock;
    readonly WorkGauge gauge;
    readonly Func<CancellationToken, Task<DateTimeOffset?>> turn;
    readonly CancellationTokenSource stopping = new();
    readonly SemaphoreSlim signal = new(0);
    readonly ITimer alarm;
    Task loop = Task.CompletedTask;
    IDisposable? woken;

    /// <summary>Makes a pump that stands still until <see cref="Start"/>. An exception of a turn is a defect and ends the loop.</summary>
    public Pump(TimeProvider clock, WorkGauge gauge, Func<CancellationToken, Task<DateTimeOffset?>> turn)
    {
        (this.clock, this.gauge, this.turn) = (clock, gauge, turn);
        alarm = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The instant the pump sleeps until; null while it waits to be woken.</summary>
    public DateTimeOffset? SleepsUntil { get; private set; }

    /// <summary>Starts the loop with a first turn.</summary>
    public void Start()
    {
        Wake();
        loop = Task.Run(RunAsync);
    }

    /// <summary>Asks for a turn; any number of calls before the turn begins ask for one.</summary>
    public void Wake()
    {
        lock (sync)
        {
            if (woken is not null || stopping.IsCancellationRequested) return;
            woken = gauge.Enter();
        }

        signal.Release();
    }

    /// <summary>Lets the turn that runs end, and takes no other.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        try
        {
            await loop;
        }
        catch (OperationCanceledException)
        {
            // the expected end of a loop that waits
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
        if (next is null)
        {
            alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = next.Value - clock.GetUtcNow();
        alarm.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestSleep ? LongestSleep : wait, Timeout.InfiniteTimeSpan);
    }
}
