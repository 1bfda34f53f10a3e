namespace LocalRuntime.Time;

/// <summary>
/// A loop that runs a turn when it is woken, or at the instant that its last turn returned. The turn does or starts
/// what is due now and returns the next instant at which something will be due, or null. The gauge counts the pump from
/// the waking to the end of the turn, so that virtual time does not move in between. A turn that throws is logged and
/// repeated after a delay that grows from one second to ten.
/// </summary>
public sealed class Pump : IAsyncDisposable
{
    static readonly TimeSpan MaxSleep = TimeSpan.FromDays(1);

    readonly Lock sync = new();
    readonly string name;
    readonly TimeProvider clock;
    readonly WorkGauge gauge;
    readonly ILogger log;
    readonly GrowingDelay retry = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    readonly Func<CancellationToken, Task<DateTimeOffset?>> turn;
    readonly CancellationTokenSource stopping = new();
    readonly SemaphoreSlim signal = new(0);
    readonly ITimer alarm;
    Task loop = Task.CompletedTask;
    IDisposable? woken;
    DateTimeOffset? turnBegan;
    DateTimeOffset? failingSince;
    string? failure;

    /// <summary>Creates a pump that does not run yet. The name is for the log and for health.</summary>
    public Pump(
        string name, TimeProvider clock, WorkGauge gauge, ILogger log,
        Func<CancellationToken, Task<DateTimeOffset?>> turn)
    {
        (this.name, this.clock, this.gauge, this.log, this.turn) = (name, clock, gauge, log, turn);
        alarm = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The longest time that a turn takes when nothing hangs.</summary>
    public TimeSpan MaxTurn { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Why the pump stands still; null while it goes on.</summary>
    public string? Standstill
    {
        get
        {
            lock (sync)
            {
                if (failure is not null) return $"{name} fails since {failingSince:u}: {failure}";
                return clock.GetUtcNow() - turnBegan > MaxTurn ? $"{name} hangs since {turnBegan:u}" : null;
            }
        }
    }

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
                SleepUntil(await RunTurnAsync());
            }
        }
    }

    async Task<DateTimeOffset?> RunTurnAsync()
    {
        lock (sync) turnBegan = clock.GetUtcNow();
        try
        {
            var next = await turn(stopping.Token);
            End(failed: null);
            return next;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failed) // the loop outlives every failure of its turns
        {
            End(failed);
            var delay = retry.Next();
            log.LogError("{Loop} failed and goes on in {Delay}: {Reason}", name, delay, failure);
            return clock.GetUtcNow() + delay;
        }
    }

    void End(Exception? failed)
    {
        lock (sync)
        {
            turnBegan = null;
            if (failed is null && failure is not null) log.LogInformation("{Loop} goes on.", name);
            if (failed is null) retry.Reset();
            failingSince = failed is null ? null : failingSince ?? clock.GetUtcNow();
            failure = failed is null ? null : $"{failed.GetType().Name}: {StoreFailure.FirstLine(failed)}";
        }
    }

    void SleepUntil(DateTimeOffset? next)
    {
        var wait = next is null ? Timeout.InfiniteTimeSpan : next.Value - clock.GetUtcNow();
        if (next is not null) wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, MaxSleep.Ticks));
        alarm.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
