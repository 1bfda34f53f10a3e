using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedSequenceTests() : SequenceTests(1000);

public sealed class ReplayedSequenceTests() : SequenceTests(0);

public sealed class FileSequenceTests() : SequenceTests(0, onFile: true);

/// <summary>Orchestrations that call activities, one after the other and at once.</summary>
public abstract class SequenceTests(int cached, bool onFile = false) : OrchestrationSuite(cached, onFile)
{
    [Fact]
    public async Task Activities_run_in_order_and_their_results_reach_the_orchestrator()
    {
        Host.Catalog.Activity<string>("Greet", name => $"Hello {name}").Orchestrator("Greetings", async context =>
        {
            var first = await context.CallActivityAsync<string>("Greet", "A");
            var second = await context.CallActivityAsync<string>("Greet", "B");
            return $"{first}, {second}";
        });

        var instance = await Host.StartEngine().RunAsync("Greetings");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        Assert.Equal("Hello A, Hello B", instance.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Results_of_concurrent_activities_are_in_the_order_of_the_calls()
    {
        Host.Catalog.Activity<int>("Square", n => n * n).Orchestrator("Squares", async context =>
            await Task.WhenAll(Enumerable.Range(1, 50).Select(n => context.CallActivityAsync<int>("Square", n))));

        var instance = await Host.StartEngine().RunAsync("Squares");

        Assert.Equal(Enumerable.Range(1, 50).Select(n => n * n), instance.ReadOutputAs<int[]>());
    }
}
