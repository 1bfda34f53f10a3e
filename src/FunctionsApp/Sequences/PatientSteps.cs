using Microsoft.DurableTask;

namespace FunctionsApp.Sequences;

/// <summary>Activities as every sequence calls them. Each may be repeated safely, so one that fails is tried again, for as long as storage may be away.</summary>
public static class PatientSteps
{
    // As many tries as a queue message has: somewhat over half a day. A sequence that gave up sooner would fail, and what it serves be forgotten.
    static readonly TaskOptions Patience = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    /// <summary>Does the step.</summary>
    public static Task DoAsync(this TaskOrchestrationContext context, string activity, object? input = null) => context.CallActivityAsync(activity, input, Patience);

    /// <summary>Does the step; what it answered.</summary>
    public static Task<T> DoAsync<T>(this TaskOrchestrationContext context, string activity, object? input = null) =>
        context.CallActivityAsync<T>(activity, input, Patience);
}
