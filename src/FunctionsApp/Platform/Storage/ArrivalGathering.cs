namespace FunctionsApp.Platform.Storage;

/// <summary>Short waits between batches, in which further items arrive and share the next batch.</summary>
public sealed class ArrivalGathering(TimeProvider clock)
{
    const int MaxYields = 10;

    static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Lets requests run that have arrived, as long as they add items, and at most ten times.</summary>
    public async Task WaitForArrivalsAsync(Func<int> countWaiting)
    {
        var before = 0;
        for (var yields = 0; yields < MaxYields && countWaiting() is var now && now != before; yields++)
        {
            before = now;
            await Task.Yield();
        }
    }

    /// <summary>
    /// Writes a batch. After a batch of several items it then waits half as long again, at most 20 ms, so
    /// that the callers of this batch come back and share the next batch.
    /// </summary>
    public async Task RunAsync(Func<Task> write, int items, Func<int> countWaiting)
    {
        var started = clock.GetTimestamp();
        await write();
        if (items > 1) await Task.Delay(PauseFor(clock.GetElapsedTime(started)), clock);
        await WaitForArrivalsAsync(countWaiting);
    }

    static TimeSpan PauseFor(TimeSpan writing) => writing < MaxPause * 2 ? writing / 2 : MaxPause;
}
