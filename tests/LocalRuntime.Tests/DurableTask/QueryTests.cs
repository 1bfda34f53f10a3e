using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class QueryTests : IAsyncLifetime
{
    readonly TestHost host = new();

    public async ValueTask InitializeAsync()
    {
        host.Catalog.Orchestrator("Wait", async context => await context.WaitForExternalEvent<int>("Go"));
        host.Catalog.Orchestrator("Done", _ => Task.FromResult<object?>(1));
        host.StartEngine();
        for (var n = 0; n < 25; n++)
        {
            await host.ScheduleAsync(n % 5 == 0 ? "Wait" : "Done", id: $"{(n < 10 ? "a" : "b")}-{n:00}");
            await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Instances_are_found_by_prefix_status_and_time()
    {
        Assert.Equal(10, (await IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "a-"))).Count);
        Assert.Equal(
            ["a-00", "a-05", "b-10", "b-15", "b-20"],
            await IdsAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        var created = new OrchestrationQuery(TestHost.Start.AddMinutes(3), TestHost.Start.AddMinutes(4));
        Assert.Equal(["a-03", "a-04"], await IdsAsync(created));
        Assert.Empty(await IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "c")));
    }

    [Fact]
    public async Task Pages_are_full_except_the_last_and_continue_at_a_token()
    {
        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages())
            pages.Add(page);
        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);

        var rest = await IdsAsync(new OrchestrationQuery(ContinuationToken: pages[0].ContinuationToken));
        Assert.Equal(pages.Skip(1).SelectMany(page => page.Values).Select(instance => instance.InstanceId), rest);
    }

    [Fact]
    public async Task Purge_deletes_only_ended_instances_that_match()
    {
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("a-00")).PurgedInstanceCount);
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("a-01")).PurgedInstanceCount);

        var purged = await host.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: TestHost.Start.AddMinutes(9)));

        Assert.Equal((7, true), (purged.PurgedInstanceCount, purged.IsComplete));
        Assert.Equal(["a-00", "a-05"], await IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "a")));
        Assert.Equal(17, Rows.Count(host.Store, "durable_history"));
    }

    async Task<List<string>> IdsAsync(OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var instance in host.Client.GetAllInstancesAsync(query)) ids.Add(instance.InstanceId);
        return ids;
    }
}
