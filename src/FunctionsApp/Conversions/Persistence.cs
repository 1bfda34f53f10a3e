using Microsoft.DurableTask;

namespace FunctionsApp.Conversions;

/// <summary>How long a sequence insists on its activities: all of them are safe to repeat, and a storage that is away for hours must not end a conversion.</summary>
static class Persistence
{
    const int Attempts = 150;

    /// <summary>For about a day: after seconds at first, then every ten minutes.</summary>
    public static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(Attempts, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));
}
