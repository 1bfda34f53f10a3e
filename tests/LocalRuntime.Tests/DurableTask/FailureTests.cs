using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TestSupport.Logs;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedFailureTests() : FailureTests(1000);

public sealed class ReplayedFailureTests() : FailureTests(0);

public abstract class FailureTests(int cached) : OrchestrationSuite(cached)
{
    [Fact]
    public async Task Failed_activity_throws_TaskFailedException_with_the_exception_and_its_cause()
    {
        Host.Catalog.Activity<string>(
            "Break", _ => throw new InvalidOperationException("outer", new FormatException("inner")));
        Host.Catalog.Orchestrator("Catch", async context =>
        {
            await context.CallActivityAsync<int>("Fine", 1);
            try
            {
                await context.CallActivityAsync("Break", "x");
                return null;
            }
            catch (TaskFailedException failure)
            {
                var details = failure.FailureDetails;
                return new[]
                {
                    failure.TaskName,
                    $"{failure.TaskId}",
                    details.ErrorType,
                    details.ErrorMessage,
                    details.InnerFailure!.ErrorType,
                    $"{details.IsCausedBy<InvalidOperationException>()} {details.IsCausedBy<Exception>()} "
                        + $"{details.IsCausedBy<FormatException>()}",
                };
            }
        });
        Host.Catalog.Activity<int>("Fine", n => n);

        var instance = await Host.StartEngine().RunAsync("Catch");

        Assert.Equal(
            ["Break", "1", "System.InvalidOperationException", "outer", "System.FormatException", "True True False"],
            instance.ReadOutputAs<List<string>>()!);
    }

    [Fact]
    public async Task Log_names_each_activity_with_its_instance_and_how_long_it_took()
    {
        var log = new ConcurrentQueue<LogLine>();
        using var loggers = LoggerFactory.Create(logging => LogCapture.AddTo(logging, log.Enqueue));
        await using var host = new TestHost(loggers: loggers);
        host.Catalog.Activity<int>("Fine", n => n);
        host.Catalog.Orchestrator("Call", async context => await context.CallActivityAsync<int>("Fine", 1));

        var instance = await host.StartEngine().RunAsync("Call");

        Assert.Matches(
            $"^Fine of {instance.InstanceId} reported after [0-9]+ ms$",
            Assert.Single(log, line => line.Category == "LocalRuntime.DurableTask").Message);
    }

    [Fact]
    public async Task Unhandled_exception_fails_the_orchestrator()
    {
        Host.Catalog.Orchestrator("Throw", _ => throw new InvalidOperationException("bad"));

        var instance = await Host.StartEngine().RunAsync("Throw");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Equal(
            ("System.InvalidOperationException", "bad"),
            (instance.FailureDetails!.ErrorType, instance.FailureDetails.ErrorMessage));
    }

    [Fact]
    public async Task Unknown_orchestrator_fails_that_instance_only()
    {
        Host.Catalog.Orchestrator("Known", _ => Task.FromResult<object?>(1));
        await Host.StartEngine().ScheduleAsync("Unknown", id: "unknown");
        var known = await Host.RunAsync("Known");

        var unknown = await Host.GetAsync("unknown");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, unknown.RuntimeStatus);
        Assert.Equal("There is no orchestrator named 'Unknown'.", unknown.FailureDetails!.ErrorMessage);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, known.RuntimeStatus);
    }

    [Fact]
    public async Task Unknown_activity_is_a_failed_task()
    {
        Host.Catalog.Orchestrator("Calls", async context => await context.CallActivityAsync<int>("Unknown"));

        var instance = await Host.StartEngine().RunAsync("Calls");

        Assert.Equal("There is no activity named 'Unknown'.", instance.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Result_that_cannot_be_written_as_JSON_fails_the_instance()
    {
        Host.Catalog.Orchestrator("Unwritable", _ => Task.FromResult<object?>((Action)(() => { })));

        var instance = await Host.StartEngine().RunAsync("Unwritable");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
    }

    [Fact]
    public async Task Orchestrator_that_awaits_a_task_that_is_not_durable_fails_with_the_reason()
    {
        Host.Catalog.Orchestrator("Astray", async _ =>
        {
            await new TaskCompletionSource().Task;
            return null;
        });

        var instance = await Host.StartEngine().RunAsync("Astray");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Contains("left its own thread", instance.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
