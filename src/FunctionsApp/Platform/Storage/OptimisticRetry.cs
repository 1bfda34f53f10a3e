using Polly;
using Polly.Retry;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Repeats a read, decide and write that conflicts with another writer, at most 40 times after 2 to 250 ms. The clock
/// is real even when the app's clock is virtual, because a virtual clock stops while a request waits.
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

    public static OptimisticRetry InRealTime { get; } = new(TimeProvider.System, Random.Shared.NextDouble);

    /// <summary>
    /// The result of the first <paramref name="attempt"/> that meets no <see cref="ConflictException"/>.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt) =>
        await pipeline.ExecuteAsync(static async (run, _) => await run(), attempt);

    /// <summary>
    /// The result of the first attempt that meets no <see cref="ConflictException"/>. The argument is true for the
    /// first attempt, which may skip a read that usually finds nothing, because its write conflicts with an existing
    /// row.
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
