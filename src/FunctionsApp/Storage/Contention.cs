using Polly;
using Polly.Retry;

namespace FunctionsApp.Storage;

/// <summary>Repeats a read, decide and write until the write finds what was read.</summary>
public static class Contention
{
    // Real time, also on a virtual clock: that one stands still while anybody waits. The simulation, whose clock does not, brings its own.
    internal static ResiliencePipeline Pipeline { get; set; } = Build(TimeProvider.System, Random.Shared.NextDouble);

    /// <summary>The result of the first <paramref name="attempt"/> that meets no <see cref="ConflictException"/>.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt) =>
        await Pipeline.ExecuteAsync(static async (run, _) => await run(), attempt);

    internal static ResiliencePipeline Build(TimeProvider clock, Func<double> random) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ConflictException>(),
            MaxRetryAttempts = 40,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = random,
            Delay = TimeSpan.FromMilliseconds(2),
            MaxDelay = TimeSpan.FromMilliseconds(250),
        })
        .Build();
}
