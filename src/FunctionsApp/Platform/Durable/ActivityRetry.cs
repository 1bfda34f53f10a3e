using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>Activities of sequences that must not end because storage could not be reached.</summary>
public static class ActivityRetry
{
    const int Attempts = 100;
    const double Backoff = 2;

    static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Max = TimeSpan.FromMinutes(15);

    /// <summary>What fails is tried again after seconds at first, then every quarter of an hour for a day.</summary>
    public static TaskOptions Patient { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(Attempts, First, Backoff, Max));
}
