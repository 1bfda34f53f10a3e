using System.Collections.Concurrent;
using LocalRuntime.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TestSupport.Logs;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class DeterminismTests : IAsyncDisposable
{
    readonly ConcurrentQueue<LogLine> log = new();
    readonly ILoggerFactory loggers;
    readonly TestHost host;

    public DeterminismTests()
    {
        loggers = LoggerFactory.Create(logging => LogCapture.AddTo(logging, log.Enqueue));
        host = new TestHost(new OrchestrationEngineOptions { CachedOrchestrations = 0 }, loggers: loggers);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        loggers.Dispose();
    }

    [Fact]
    public async Task Replay_safe_logger_logs_each_line_once()
    {
        var replaying = new List<bool>();
        host.Catalog.Activity<int>("Step", n => n).Orchestrator("Talk", async context =>
        {
            replaying.Add(context.IsReplaying);
            var logger = context.CreateReplaySafeLogger("Talk");
            for (var n = 0; n < 3; n++)
            {
                logger.LogInformation("step {Number}", n);
                await context.CallActivityAsync<int>("Step", n);
            }

            return null;
        });

        await host.StartEngine().RunAsync("Talk");

        Assert.Equal(
            ["step 0", "step 1", "step 2"],
            log.Where(line => line.Category == "Talk").Select(line => line.Message));
        Assert.Equal([false, true, true, true], replaying);
    }

    [Fact]
    public async Task New_GUIDs_are_the_same_on_replay_and_differ_from_each_other_over_ContinueAsNew()
    {
        host.Catalog.Activity<int>("Step", n => n).Orchestrator("Guids", async context =>
        {
            var seen = context.GetInput<List<Guid>>() ?? [];
            var before = context.NewGuid();
            await context.CallActivityAsync<int>("Step", 1);
            seen.AddRange([before, context.NewGuid()]);
            if (seen.Count == 6) return seen;
            context.ContinueAsNew(seen);
            return null;
        });

        var guids = (await host.StartEngine().RunAsync("Guids")).ReadOutputAs<List<Guid>>()!;

        Assert.Equal(6, guids.Distinct().Count());
    }

    [Theory]
    [InlineData(
        "another activity",
        "event 3 of its history is activity 'One', but on replay the code asked for activity 'Two'")]
    [InlineData(
        "a timer instead", "event 3 of its history is activity 'One', but on replay the code asked for a timer")]
    [InlineData("one more", "event 4 of its history is the next turn, but on replay the code asked for activity 'Two'")]
    [InlineData(
        "nothing",
        "event 3 of its history is activity 'One', but on replay the code asked for the end as Completed")]
    public async Task Changed_code_fails_on_replay_and_the_first_difference_is_named(
        string change, string expected)
    {
        var changed = false;
        host.Catalog.Activity<int>("One", n => n).Activity<int>("Two", n => n).Orchestrator("Changed", async context =>
        {
            if (changed && change == "nothing") return null;
            if (changed && change == "a timer instead")
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            else
                await Task.WhenAll(Calls(context, changed ? change : ""));
            return await context.WaitForExternalEvent<int>("Go");
        });
        var id = await host.StartEngine().ScheduleAsync("Changed");
        await host.RunDueAsync();
        changed = true;
        await host.Client.RaiseEventAsync(id, "Go", 1);
        await host.RunDueAsync();

        var instance = await host.GetAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        Assert.Contains(expected, instance.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    static IEnumerable<Task> Calls(TaskOrchestrationContext context, string change)
    {
        yield return context.CallActivityAsync<int>(change == "another activity" ? "Two" : "One", 1);
        if (change == "one more") yield return context.CallActivityAsync<int>("Two", 1);
    }
}
