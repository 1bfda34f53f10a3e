using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>Retries of activities.</summary>
public static class ActivityRetry
{
    const int Attempts = 100;
    const double Backoff = 2;

    static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Max = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Retries after 2 s at first and then at most 15 minutes for a day, for orchestrations that must outlive an
    /// outage.
    /// </summary>
    public static TaskOptions Patient { get; } =
        TaskOptions.FromRetryPolicy(new RetryPolicy(Attempts, First, Backoff, Max));
}
