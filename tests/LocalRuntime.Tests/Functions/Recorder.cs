using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LocalRuntime.Tests.Functions;

/// <summary>Collects entries of the functions under test.</summary>
public sealed class Recorder
{
    readonly ConcurrentQueue<string> entries = new();
    readonly Channel<string> unread = Channel.CreateUnbounded<string>();

    public IReadOnlyList<string> Entries => [.. entries];

    public void Add(string entry)
    {
        entries.Enqueue(entry);
        unread.Writer.TryWrite(entry);
    }

    /// <summary>The next entry that no earlier call has returned.</summary>
    public ValueTask<string> NextAsync() => unread.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
