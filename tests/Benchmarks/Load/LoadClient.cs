using System.Diagnostics;
using System.Text;

namespace Benchmarks.Load;

/// <summary>
/// Asks one URL over and over on connections that stay open, each with one request under way: the load of that many people at once,
/// at as little cost to the machine that is measured as plain sockets have.
/// </summary>
public sealed class LoadClient : IDisposable
{
    readonly IReadOnlyList<LoadConnection> connections;

    /// <summary>Opens <paramref name="count"/> connections to <paramref name="url"/>, which must answer with <paramref name="status"/> and no body.</summary>
    public LoadClient(Uri url, int count, int status)
    {
        var request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\n\r\n");
        connections = [.. Enumerable.Range(0, count).Select(_ => new LoadConnection(url, request, status))];
    }

    /// <summary>Every answer since the client was made.</summary>
    public long Answers { get; private set; }

    /// <summary>Asks for so long; answers a second. What is under way at the end is waited for and counted.</summary>
    public async Task<double> RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(connections.Select(connection => Task.Run(() => connection.RunAsync(started, duration))));
        Answers += counts.Sum();
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var connection in connections) connection.Dispose();
    }
}
