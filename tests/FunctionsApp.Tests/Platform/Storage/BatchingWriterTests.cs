using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class BatchingWriterTests
{
    readonly List<string> batches = [];
    readonly TaskCompletionSource held = new();

    [Fact]
    public async Task Items_submitted_while_their_key_is_busy_are_written_together_in_order()
    {
        var writer = new BatchingWriter<string, string>(10, WorkAsync);

        var first = writer.SubmitAsync("a", "hold");
        var others = new[] { "1", "2", "3" }.Select(item => writer.SubmitAsync("a", item)).ToList();
        held.SetResult();

        Assert.Equal("a:hold", await first);
        Assert.Equal(["a:1", "a:2", "a:3"], await Task.WhenAll(others));
        Assert.Equal(["hold", "1,2,3"], batches);
    }

    [Fact]
    public async Task Item_of_another_key_does_not_wait()
    {
        var writer = new BatchingWriter<string, string>(10, WorkAsync);

        var first = writer.SubmitAsync("a", "hold");

        Assert.Equal("b:1", await writer.SubmitAsync("b", "1"));
        Assert.False(first.IsCompleted);
        held.SetResult();
        await first;
    }

    [Fact]
    public async Task Batch_has_at_most_as_many_items_as_one_transaction()
    {
        var writer = new BatchingWriter<string, string>(2, WorkAsync);

        var all = new[] { "hold", "1", "2", "3", "4", "5" }.Select(item => writer.SubmitAsync("a", item)).ToList();
        held.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(["hold", "1,2", "3,4", "5"], batches);
    }

    [Fact]
    public async Task Failed_item_of_a_batch_does_not_fail_the_others()
    {
        var writer = new BatchingWriter<string, string>(10, WorkAsync);

        var all = new[] { "hold", "1", "bad", "3" }.Select(item => writer.SubmitAsync("a", item)).ToList();
        held.SetResult();

        Assert.Equal(["a:hold", "a:1", "a:3"], await Task.WhenAll(all[0], all[1], all[3]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => all[2]);
        Assert.Equal(["hold", "1,bad,3", "1", "bad", "3"], batches);
        Assert.Equal("a:4", await writer.SubmitAsync("a", "4"));
    }

    [Fact]
    public async Task Item_that_fails_alone_is_not_retried_and_its_key_continues()
    {
        var writer = new BatchingWriter<string, string>(10, WorkAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.SubmitAsync("a", "bad"));

        var next = writer.SubmitAsync("a", "1");
        Assert.Equal("a:1", await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(["bad", "1"], batches);
    }

    async Task<IReadOnlyList<string>> WorkAsync(string key, IReadOnlyList<string> items)
    {
        batches.Add(string.Join(',', items));
        if (items.Contains("hold")) await held.Task;
        return items.Contains("bad")
            ? throw new InvalidOperationException("bad")
            : [.. items.Select(item => $"{key}:{item}")];
    }
}
