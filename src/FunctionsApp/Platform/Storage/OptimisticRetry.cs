using Polly;
using Polly.Retry;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Repeats a read, decide and write until no other writer came in between: at most 40 times, after 2 ms at first and 250 ms at
/// most. The clock is the real one also where the app's is virtual, since a virtual clock stands still while a request waits.
/// </summary>
public sealed class OptimisticRetry(TimeProvider clock, Func<double> random)
{
    readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
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

    /// <summary>Retries in real time.</summary>
    public static OptimisticRetry InRealTime { get; } = new(TimeProvider.System, Random.Shared.NextDouble);

    /// <summary>The result of the first <paramref name="attempt"/> that meets no <see cref="ConflictException"/>.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt) =>
        await pipeline.ExecuteAsync(static async (run, _) => await run(), attempt);

    /// <summary>
    /// The result of the first attempt that meets no <see cref="ConflictException"/>. The attempt is told whether it is the first:
    /// the first may leave out a read that usually finds nothing, since its write conflicts where there is something.
    /// </summary>
    public Task<T> RunAsync<T>(Func<bool, Task<T>> attempt)
    {
        var isFirst = true;
        return RunAsync(() =>
        {
            var mayGuess = isFirst;
            isFirst = false;
            return attempt(mayGuess);
        });
    }
}
