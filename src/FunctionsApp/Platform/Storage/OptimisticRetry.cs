using Polly;
using Polly.Retry;

namespace FunctionsApp.Platform.Storage;

/// <summary>Repeats a read, decide and write until the write finds what was read.</summary>
public static class OptimisticRetry
{
    // Real time, also on a virtual clock: that one stands still while anybody waits. The simulation, whose clock does not, brings its own.
    internal static ResiliencePipeline Pipeline { get; set; } = Build(TimeProvider.System, Random.Shared.NextDouble);

    /// <summary>The result of the first <paramref name="attempt"/> that meets no <see cref="ConflictException"/>.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> attempt) =>
        await Pipeline.ExecuteAsync(static async (run, _) => await run(), attempt);

    /// <summary>
    /// The same, for an <paramref name="attempt"/> that guesses first: it is told whether it is the first, which may leave out a read that finds nothing
    /// as a rule, since a write that was wrong about it meets a conflict.
    /// </summary>
    public static Task<T> RunAsync<T>(Func<bool, Task<T>> attempt)
    {
        var isFirst = true;
        return RunAsync(() =>
        {
            var mayGuess = isFirst;
            isFirst = false;
            return attempt(mayGuess);
        });
    }

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
