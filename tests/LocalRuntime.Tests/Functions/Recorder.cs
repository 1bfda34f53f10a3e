using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LocalRuntime.Tests.Functions;

/// <summary>Collects entries of the functions under test.</summary>
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

    /// <summary>The next entry that no earlier call has returned.</summary>
    public ValueTask<string> NextAsync() => news.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
