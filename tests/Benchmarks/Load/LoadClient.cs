using System.Diagnostics;
using System.Text;

namespace Benchmarks.Load;

/// <summary>
/// Requests one URL repeatedly on open connections, one request at a time on each. Plain sockets keep the cost of the
/// load low.
/// </summary>
public sealed class LoadClient : IDisposable
{
    readonly IReadOnlyList<LoadConnection> connections;

    /// <summary>
    /// Opens <paramref name="count"/> connections to <paramref name="url"/>, which must answer with
    /// <paramref name="status"/> and no body.
    /// </summary>
    public LoadClient(Uri url, int count, int status)
    {
        var request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\n\r\n");
        connections = [.. Enumerable.Range(0, count).Select(_ => new LoadConnection(url, request, status))];
    }

    /// <summary>The number of answers so far.</summary>
    public long Answers { get; private set; }

    /// <summary>
    /// Sends requests for this duration and returns the answers per second, including those that end later.
    /// </summary>
    public async Task<double> RunAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(
            connections.Select(connection => Task.Run(() => connection.RunAsync(started, duration))));
        Answers += counts.Sum();
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var connection in connections) connection.Dispose();
    }
}
