using System.Collections.Concurrent;

namespace LocalRuntime.Tests.Functions;

/// <summary>What functions under test leave for the test to read.</summary>
public sealed class Recorder
{
    readonly ConcurrentQueue<string> entries = new();

    public IReadOnlyList<string> Entries => [.. entries];

    public void Add(string entry) => entries.Enqueue(entry);
}
