using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class CachedSubOrchestrationTests() : SubOrchestrationTests(1000);

public sealed class ReplayedSubOrchestrationTests() : SubOrchestrationTests(0);

public abstract class SubOrchestrationTests(int cached) : OrchestrationSuite(cached)
{
    [Fact]
    public async Task Sub_orchestration_has_a_parent_and_returns_its_result()
    {
        Host.Catalog.Orchestrator("Child", context =>
        {
            var parent = context.Parent!;
            var input = context.GetInput<int>();
            return Task.FromResult<object?>($"{parent.Name} {parent.InstanceId} {context.InstanceId} {input}");
        });
        Host.Catalog.Orchestrator("Parent", async context =>
            await context.CallSubOrchestratorAsync<string>("Child", 5, new TaskOptions().WithInstanceId("child")));

        var instance = await Host.StartEngine().RunAsync("Parent", id: "parent");

        Assert.Equal("Parent parent child 5", instance.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Host.GetAsync("child")).RuntimeStatus);
    }

    [Fact]
    public async Task Sub_orchestrations_without_an_id_get_one_each()
    {
        Host.Catalog.Orchestrator("Child", context => Task.FromResult<object?>(context.InstanceId));
        Host.Catalog.Orchestrator("Parent", async context =>
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => context.CallSubOrchestratorAsync<string>("Child"))));

        var ids = (await Host.StartEngine().RunAsync("Parent")).ReadOutputAs<List<string>>()!;

        Assert.Equal(20, ids.Distinct().Count());
    }

    [Fact]
    public async Task Terminated_sub_orchestration_fails_its_call()
    {
        Host.Catalog.Orchestrator("Child", async context => await context.WaitForExternalEvent<int>("Never"));
        Host.Catalog.Orchestrator("Parent", async context =>
            await context.CallSubOrchestratorAsync<int>("Child", new TaskOptions().WithInstanceId("child")));
        var id = await Host.StartEngine().ScheduleAsync("Parent");
        await Host.RunDueAsync();
        await Host.Client.TerminateInstanceAsync("child", null);
        await Host.RunDueAsync();

        Assert.Contains(
            "terminated",
            (await Host.GetAsync(id)).FailureDetails!.InnerFailure!.ErrorMessage,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_of_a_running_instance_cannot_be_used_for_a_sub_orchestration()
    {
        Host.Catalog.Orchestrator("Child", async context => await context.WaitForExternalEvent<int>("Never"));
        Host.Catalog.Orchestrator("Parent", async context =>
            await context.CallSubOrchestratorAsync<int>("Child", new TaskOptions().WithInstanceId("child")));
        await Host.StartEngine().RunAsync("Child", id: "child");

        var instance = await Host.RunAsync("Parent");

        Assert.Equal(
            typeof(OrchestrationAlreadyExistsException).FullName, instance.FailureDetails!.InnerFailure!.ErrorType);
        Assert.True((await Host.GetAsync("child")).IsRunning);
    }

    [Fact]
    public async Task Sub_orchestration_that_continues_as_new_reports_its_last_result()
    {
        Host.Catalog.Orchestrator("Child", context =>
        {
            var n = context.GetInput<int>();
            if (n < 3) context.ContinueAsNew(n + 1);
            return Task.FromResult<object?>(n);
        });
        Host.Catalog.Orchestrator("Parent", async context => await context.CallSubOrchestratorAsync<int>("Child", 0));

        Assert.Equal(3, (await Host.StartEngine().RunAsync("Parent")).ReadOutputAs<int>());
    }
}
