using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class BatchingWriterTests
{
    readonly List<string> batches = [];
    readonly TaskCompletionSource held = new();

    [Fact]
    public async Task What_is_asked_of_a_key_at_work_is_done_together_in_the_order_of_asking()
    {
        var combiner = new BatchingWriter<string, string>(10, WorkAsync);

        var first = combiner.SubmitAsync("a", "hold");
        var others = new[] { "1", "2", "3" }.Select(item => combiner.SubmitAsync("a", item)).ToList();
        held.SetResult();

        Assert.Equal("a:hold", await first);
        Assert.Equal(["a:1", "a:2", "a:3"], await Task.WhenAll(others));
        Assert.Equal(["hold", "1,2,3"], batches);
    }

    [Fact]
    public async Task Another_key_does_not_wait()
    {
        var combiner = new BatchingWriter<string, string>(10, WorkAsync);

        var first = combiner.SubmitAsync("a", "hold");

        Assert.Equal("b:1", await combiner.SubmitAsync("b", "1"));
        Assert.False(first.IsCompleted);
        held.SetResult();
        await first;
    }

    [Fact]
    public async Task No_more_are_done_together_than_one_transaction_holds()
    {
        var combiner = new BatchingWriter<string, string>(2, WorkAsync);

        var all = new[] { "hold", "1", "2", "3", "4", "5" }.Select(item => combiner.SubmitAsync("a", item)).ToList();
        held.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(["hold", "1,2", "3,4", "5"], batches);
    }

    [Fact]
    public async Task The_failure_of_one_is_its_own()
    {
        var combiner = new BatchingWriter<string, string>(10, WorkAsync);

        var all = new[] { "hold", "1", "bad", "3" }.Select(item => combiner.SubmitAsync("a", item)).ToList();
        held.SetResult();

        Assert.Equal(["a:hold", "a:1", "a:3"], await Task.WhenAll(all[0], all[1], all[3]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => all[2]);
        Assert.Equal(["hold", "1,bad,3", "1", "bad", "3"], batches);
        Assert.Equal("a:4", await combiner.SubmitAsync("a", "4"));
    }

    [Fact]
    public async Task Who_fails_alone_is_told_and_not_tried_again_and_the_key_goes_on()
    {
        var combiner = new BatchingWriter<string, string>(10, WorkAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(() => combiner.SubmitAsync("a", "bad"));

        Assert.Equal("a:1", await combiner.SubmitAsync("a", "1").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(["bad", "1"], batches);
    }

    async Task<IReadOnlyList<string>> WorkAsync(string key, IReadOnlyList<string> items)
    {
        batches.Add(string.Join(',', items));
        if (items.Contains("hold")) await held.Task;
        return items.Contains("bad") ? throw new InvalidOperationException("bad") : [.. items.Select(item => $"{key}:{item}")];
    }
}
