using FunctionsApp.Platform.Storage;
using LocalRuntime.Time;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Records_that_arrive_while_a_batch_is_stored_share_the_next_batch()
    {
        var store = new HeldStore();
        var commit = new GroupCommit<string>(10, store.TakeAsync, TimeProvider.System);

        var first = commit.RecordAsync("a");
        var others = Enumerable.Range(0, 30).Select(_ => commit.RecordAsync("b")).ToList();
        store.Release();
        await Task.WhenAll([first, .. others]);

        Assert.InRange(store.Taken.Count, 1, 2);
        Assert.Equal(31, store.Taken.SelectMany(part => part.Counts).Sum(count => count.Value));
    }

    [Fact]
    public async Task Record_is_not_acknowledged_before_it_is_stored()
    {
        var store = new HeldStore();
        var commit = new GroupCommit<string>(10, store.TakeAsync, TimeProvider.System);

        var arrival = commit.RecordAsync("a");
        await store.Batches;

        Assert.False(arrival.IsCompleted);
        store.Release();
        await arrival;
    }

    [Fact]
    public async Task Keys_beyond_the_limit_of_a_batch_are_stored_in_further_batches()
    {
        var store = new HeldStore();
        var commit = new GroupCommit<int>(10, store.TakeAsync, TimeProvider.System);

        var arrivals = Enumerable.Range(0, 25).Select(commit.RecordAsync).ToList();
        store.Release();
        await Task.WhenAll(arrivals);

        Assert.Equal(25, store.Sizes.Sum());
        Assert.All(store.Sizes, size => Assert.InRange(size, 1, 10));
    }

    [Fact]
    public async Task Pause_after_a_batch_ends_when_as_many_records_have_arrived()
    {
        // Time moves only in the store, so a pause has no other end.
        using var clock = new VirtualTimeProvider(DateTimeOffset.UnixEpoch, new WorkGauge());
        var commit = new GroupCommit<string>(
            10, _ => clock.AdvanceToAsync(clock.GetUtcNow() + TimeSpan.FromMilliseconds(10)), clock);
        await Task.WhenAll(commit.RecordAsync("a"), commit.RecordAsync("b"));

        var next = Task.WhenAll(commit.RecordAsync("c"), commit.RecordAsync("d"));

        await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Failed_batch_fails_its_records_and_the_next_batch_is_stored()
    {
        var fails = true;
        var commit = new GroupCommit<string>(
            10,
            _ => fails ? Task.FromException(new InvalidOperationException("down")) : Task.CompletedTask,
            TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => commit.RecordAsync("a"));
        fails = false;
        await commit.RecordAsync("a");
    }

    sealed class HeldStore
    {
        readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<CountedBatch<string>> Taken { get; } = [];

        public List<int> Sizes { get; } = [];

        public Task Batches => asked.Task;

        public void Release() => released.SetResult();

        public Task TakeAsync(CountedBatch<string> part)
        {
            Taken.Add(part);
            asked.TrySetResult();
            return released.Task;
        }

        public Task TakeAsync(CountedBatch<int> part)
        {
            Sizes.Add(part.Counts.Count);
            return released.Task;
        }
    }
}
