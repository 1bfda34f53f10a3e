using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedRetryTests() : RetryTests(1000);

public sealed class ReplayedRetryTests() : RetryTests(0);

public abstract class RetryTests(int cached) : OrchestrationSuite(cached)
{
    readonly List<TimeSpan> attempts = [];

    [Fact]
    public async Task Attempts_follow_the_first_interval_the_coefficient_and_the_max_interval()
    {
        var instance = await RunAsync(new RetryPolicy(5, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(5)));

        Assert.Equal([0, 1, 4, 9, 14], attempts.Select(at => at.TotalMinutes));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task No_attempt_begins_once_the_retry_timeout_has_passed()
    {
        await RunAsync(new RetryPolicy(100, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2.5)));

        Assert.Equal([0, 1, 2, 3], attempts.Select(at => at.TotalMinutes));
    }

    [Fact]
    public async Task Failure_the_policy_does_not_handle_is_not_retried()
    {
        var instance = await RunAsync(new RetryPolicy(5, TimeSpan.FromMinutes(1))
        {
            HandleFailure = failure => !failure.IsCausedBy<ArithmeticException>(),
        });

        Assert.Single(attempts);
        Assert.Equal(typeof(DivideByZeroException).FullName, instance.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Attempt_that_succeeds_ends_the_retries_with_its_result()
    {
        var instance = await RunAsync(new RetryPolicy(5, TimeSpan.FromMinutes(1)), failures: 2);

        Assert.Equal(3, attempts.Count);
        Assert.Equal("done", instance.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Sub_orchestration_is_retried_too()
    {
        Host.Catalog.Orchestrator("Child", context =>
        {
            if (!context.IsReplaying) attempts.Add(context.CurrentUtcDateTime - TestHost.Start.UtcDateTime);
            throw new InvalidOperationException("child");
        });
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1)));
        Host.Catalog.Orchestrator(
            "Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", options));
        var id = await Host.StartEngine().ScheduleAsync("Parent");
        await Host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal([0, 1, 2], attempts.Select(at => at.TotalMinutes));
        Assert.Equal("child", (await Host.GetAsync(id)).FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Retry_handler_decides_on_each_retry_and_its_delay()
    {
        var options = TaskOptions.FromRetryHandler(async retry =>
        {
            if (retry.LastAttemptNumber == 3 || !retry.LastFailure.IsCausedBy<DivideByZeroException>()) return false;
            var delay = TimeSpan.FromMinutes(retry.LastAttemptNumber) + retry.TotalRetryTime;
            await retry.OrchestrationContext.CreateTimer(delay, CancellationToken.None);
            return true;
        });
        var instance = await RunAsync(options);

        Assert.Equal([0, 1, 4], attempts.Select(at => at.TotalMinutes));
        Assert.Equal(typeof(DivideByZeroException).FullName, instance.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Options_that_the_engine_does_not_support_fail_the_instance_by_name()
    {
        var instance = await RunAsync(new TaskOptions(tags: new Dictionary<string, string> { ["a"] = "b" }));

        Assert.Contains("TaskOptions.Version", instance.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    Task<OrchestrationMetadata> RunAsync(RetryPolicy policy, int failures = int.MaxValue) =>
        RunAsync(TaskOptions.FromRetryPolicy(policy), failures);

    async Task<OrchestrationMetadata> RunAsync(TaskOptions options, int failures = int.MaxValue)
    {
        Host.Catalog.Activity<string>("Try", _ =>
        {
            attempts.Add(Host.Clock.GetUtcNow() - TestHost.Start);
            return attempts.Count > failures ? "done" : throw new DivideByZeroException("no");
        });
        Host.Catalog.Orchestrator(
            "Retry", async context => await context.CallActivityAsync<string>("Try", "", options));
        var id = await Host.StartEngine().ScheduleAsync("Retry");
        await Host.AdvanceAsync(TimeSpan.FromHours(5));
        return await Host.GetAsync(id);
    }
}
