using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LocalRuntime.Hosting;

/// <summary>
/// Unhealthy when a listener stands still or the store cannot be written. It tries a write at most every ten seconds of
/// <paramref name="clock"/> and repeats the result in between.
/// </summary>
sealed class HostHealthCheck(FunctionListeners listeners, EmbeddedStore store, TimeProvider clock) : IHealthCheck
{
    // Larger than what remains free in the log of a store on a full disk, as a rule.
    const string Write = """
        CREATE TABLE IF NOT EXISTS host_health (one INTEGER PRIMARY KEY, filler BLOB);
        INSERT OR REPLACE INTO host_health VALUES (1, zeroblob(65536));
        """;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    readonly Lock sync = new();
    Task<string?>? lastWrite;
    long writtenAt;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] reasons = [.. listeners.Standstills, .. new[] { await WriteFailureAsync() }.OfType<string>()];
        var reason = string.Join("; ", reasons);
        return reasons.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(reason);
    }

    Task<string?> WriteFailureAsync()
    {
        lock (sync)
        {
            if (lastWrite is null || clock.GetElapsedTime(writtenAt) >= Interval)
                (lastWrite, writtenAt) = (WriteAsync(), clock.GetTimestamp());
            return lastWrite;
        }
    }

    async Task<string?> WriteAsync()
    {
        try
        {
            await store.WriteAsync(connection => connection.ExecuteScript(Write));
            return null;
        }
        catch (SqliteException failure)
        {
            return $"the store cannot be written: {StoreFailure.Reason(failure) ?? failure.Message}";
        }
    }
}
