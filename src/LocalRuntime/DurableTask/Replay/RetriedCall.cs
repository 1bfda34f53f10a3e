using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>A call that is attempted again as a policy says; the waits between are durable timers.</summary>
static class RetriedCall
{
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, RetryPolicy? policy, Func<Task<T>> attempt)
    {
        if (policy is null) return await attempt();
        var begun = context.CurrentUtcDateTime;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure)
            {
                if (!IsWorthAnother(policy, attempts, context.CurrentUtcDateTime - begun, failure.FailureDetails)) throw;
            }

            await context.CreateTimer(Delay(policy, attempts), CancellationToken.None);
        }
    }

    static bool IsWorthAnother(RetryPolicy policy, int attempts, TimeSpan elapsed, TaskFailureDetails failure) =>
        attempts < policy.MaxNumberOfAttempts
        && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || elapsed < policy.RetryTimeout)
        && policy.HandleFailure(failure);

    static TimeSpan Delay(RetryPolicy policy, int attempts)
    {
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        return ticks < policy.MaxRetryInterval.Ticks ? TimeSpan.FromTicks((long)ticks) : policy.MaxRetryInterval;
    }
}
