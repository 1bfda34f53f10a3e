using Polly;
using Polly.Retry;

namespace FunctionsApp.Storage;

/// <summary>Repeats a read, decide and write until the write finds what was read.</summary>
public static class Contention
{
    static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ConflictException>(),
            MaxRetryAttempts = 40,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(2),
            MaxDelay = TimeSpan.FromMilliseconds(250),
        })
        .Build();

    /// <summary>The result of the first <paramref name="attempt"/> that meets no <see cref="ConflictException"/>.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt) =>
        await Pipeline.ExecuteAsync(static async (run, _) => await run(), attempt);
}
