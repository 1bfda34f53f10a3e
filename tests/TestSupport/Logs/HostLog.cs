using System.Collections.Concurrent;

namespace TestSupport.Logs;

/// <summary>
/// The log of a host under test, and the values that tests send to it: the lines must not contain the values.
/// </summary>
public sealed class HostLog(PlantedValues planted)
{
    readonly ConcurrentDictionary<LogLine, bool> lines = new();

    /// <summary>Keeps a line; equal lines are kept once.</summary>
    public void Write(LogLine line) => lines.TryAdd(line, true);

    /// <summary>
    /// A handler that takes the personal values of each request on its way to <paramref name="inner"/>.
    /// </summary>
    public DelegatingHandler Watch(HttpMessageHandler inner) => new RequestWatch(planted) { InnerHandler = inner };

    /// <summary>Throws with the lines that contain planted values.</summary>
    public void Verify()
    {
        var leaks = lines.Keys.Where(planted.IsIn).Select(line => $"{line}").Order(StringComparer.Ordinal).ToList();
        if (leaks.Count > 0)
            throw new InvalidOperationException(
                $"Log lines contain members' data or keys:\n{string.Join('\n', leaks)}");
    }

    sealed class RequestWatch(PlantedValues planted) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            if (request.Content is { } content) planted.AddFrom(await content.ReadAsByteArrayAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
