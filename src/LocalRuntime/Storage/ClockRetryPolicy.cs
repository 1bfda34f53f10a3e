using Azure.Core.Pipeline;

namespace LocalRuntime.Storage;

/// <summary>
/// Retries with the number and delays of <paramref name="options"/>. The delays double, have no jitter and follow
/// <paramref name="clock"/>, so that the client's own retries are part of virtual time.
/// </summary>
sealed class ClockRetryPolicy(RetryOptions options, TimeProvider clock) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        List<Exception> failures = [];
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ProcessNextAsync(message, pipeline);
                if (attempt == options.MaxRetries || !message.ResponseClassifier.IsRetriableResponse(message)) return;
            }
            catch (Exception failure) when (message.ResponseClassifier.IsRetriable(message, failure))
            {
                failures.Add(failure);
                if (attempt == options.MaxRetries) throw Final(failures);
            }

            var delay = options.Delay * Math.Pow(2, attempt);
            await Task.Delay(delay < options.MaxDelay ? delay : options.MaxDelay, clock, message.CancellationToken);
        }
    }

    static Exception Final(List<Exception> failures) => failures.Count == 1
        ? failures[0]
        : new AggregateException($"Retry failed after {failures.Count} tries.", failures);
}
