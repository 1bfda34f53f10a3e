using RetryContext = Microsoft.DurableTask.RetryContext;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>Repeats a call according to its retry options; the delays are durable timers.</summary>
static class RetriedCall
{
    public static async Task<T> RunAsync<T>(
        TaskOrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> call)
    {
        if (options is null) return await call();
        var started = context.CurrentUtcDateTime;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failure)
            {
                var elapsed = context.CurrentUtcDateTime - started;
                var state = new RetryContext(context, attempts, failure.FailureDetails, elapsed, default);
                var retries = options.Policy is { } policy
                    ? AllowsRetry(policy, state, failure)
                    : await options.Handler!(state);
                if (!retries) throw;
            }

            if (options.Policy is { } delays)
                await context.CreateTimer(Delay(delays, attempts), CancellationToken.None);
        }
    }

    static bool AllowsRetry(RetryPolicy policy, RetryContext state, TaskFailedException failure) =>
        state.LastAttemptNumber < policy.MaxNumberOfAttempts
        && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || state.TotalRetryTime < policy.RetryTimeout)
        && policy.Handle(failure.InnerException!);

    static TimeSpan Delay(RetryPolicy policy, int attempts)
    {
        var limit = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        return ticks < limit.Ticks ? TimeSpan.FromTicks((long)ticks) : limit;
    }
}
