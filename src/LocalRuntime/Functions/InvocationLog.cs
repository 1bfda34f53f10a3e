using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Functions;

/// <summary>One line an invocation at Debug, one line a failure at Error; nothing is formatted that is not logged.</summary>
internal sealed class InvocationLog(ILogger log)
{
    public long Started() => Stopwatch.GetTimestamp();

    public void Succeeded(string function, long started)
    {
        if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("{Function} succeeded in {Milliseconds} ms", function, Milliseconds(started));
    }

    public void Refused(string function, long started, Exception bad)
    {
        if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("{Function} refused a request in {Milliseconds} ms: {Reason}", function, Milliseconds(started), bad.Message);
    }

    public void CallerLeft(string function, long started)
    {
        if (log.IsEnabled(LogLevel.Debug)) log.LogDebug("{Function} was left by its caller after {Milliseconds} ms", function, Milliseconds(started));
    }

    public void GivenBack(string function, long started) =>
        log.LogInformation("{Function} was stopped after {Milliseconds} ms and its work given back", function, Milliseconds(started));

    public void Failed(string function, long started, Exception failure) =>
        log.LogError(failure, "{Function} failed in {Milliseconds} ms", function, Milliseconds(started));

    static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
