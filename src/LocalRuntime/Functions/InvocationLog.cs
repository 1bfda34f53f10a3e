namespace LocalRuntime.Functions;

/// <summary>Logs invocations: successes at Debug, failures at Error.</summary>
sealed class InvocationLog(ILogger log)
{
    public long Started() => Stopwatch.GetTimestamp();

    public void Succeeded(string function, long started)
    {
        if (!log.IsEnabled(LogLevel.Debug)) return;
        log.LogDebug("{Function} succeeded in {Milliseconds} ms", function, Milliseconds(started));
    }

    public void Refused(string function, long started, Exception reason) => log.LogDebug(
        "{Function} refused a request in {Milliseconds} ms: {Reason}", function, Milliseconds(started), reason.Message);

    public void CallerDisconnected(string function, long started) => log.LogDebug(
        "The caller of {Function} disconnected after {Milliseconds} ms", function, Milliseconds(started));

    public void Canceled(string function, long started) => log.LogInformation(
        "{Function} was canceled after {Milliseconds} ms; its work is done again", function, Milliseconds(started));

    public void Failed(string function, long started, Exception failure) =>
        log.LogError(failure, "{Function} failed in {Milliseconds} ms", function, Milliseconds(started));

    static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
