namespace FunctionsApp.Platform.Storage;

/// <summary>Short waits between batches, in which further items arrive and share the next batch.</summary>
public sealed class ArrivalGathering(TimeProvider clock)
{
    const int MaxYields = 10;

    static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(20);

    volatile Return? awaited;

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
    /// Writes a batch. After a batch of several items it then waits until as many have arrived, so that the callers of
    /// this batch come back and share the next batch, but at most half as long as the write took and 20 ms.
    /// </summary>
    public async Task RunAsync(Func<Task> write, int items, Func<int> countWaiting)
    {
        var started = clock.GetTimestamp();
        await write();
        if (items > 1) await PauseAsync(PauseFor(clock.GetElapsedTime(started)), items, countWaiting);
        await WaitForArrivalsAsync(countWaiting);
    }

    /// <summary>Ends the pause when this many items wait; called for each item.</summary>
    public void OnArrival(int waiting)
    {
        if (awaited is { } all && waiting >= all.Count) all.Completion.TrySetResult();
    }

    async Task PauseAsync(TimeSpan longest, int items, Func<int> countWaiting)
    {
        var all = new Return(items);
        awaited = all;
        if (countWaiting() < items) await Task.WhenAny(Task.Delay(longest, clock), all.Completion.Task);
        awaited = null;
    }

    static TimeSpan PauseFor(TimeSpan writing) => writing < MaxPause * 2 ? writing / 2 : MaxPause;

    sealed record Return(int Count)
    {
        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
