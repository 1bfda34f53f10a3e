using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LocalRuntime.Tests.Functions;

/// <summary>What functions under test leave for the test to read, or to wait for.</summary>
public sealed class Recorder
{
    readonly ConcurrentQueue<string> entries = new();
    readonly Channel<string> news = Channel.CreateUnbounded<string>();

    public IReadOnlyList<string> Entries => [.. entries];

    public void Add(string entry)
    {
        entries.Enqueue(entry);
        news.Writer.TryWrite(entry);
    }

    /// <summary>The next entry that nobody has waited for yet.</summary>
    public ValueTask<string> NextAsync() => news.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
