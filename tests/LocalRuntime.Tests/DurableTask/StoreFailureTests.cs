using LocalRuntime.DurableTask;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class StoreFailureTests : IAsyncDisposable
{
    readonly TestHost host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Failed_writes_of_the_store_are_repeated_and_nothing_is_lost(int seed)
    {
        var random = new Random(seed);
        var workload = new MixedWorkload(host.Catalog).Register();
        host.StartEngine();
        await host.ScheduleAsync("Mixed", id: "mixed");
        await host.Client.RaiseEventAsync("mixed", "go-0", "one");
        await host.Client.RaiseEventAsync("mixed", "go-5", "two");
        host.Store.Committing = _ =>
        {
            if (random.Next(3) == 0) throw new SqliteException("the disk is full", 13);
        };

        await host.AdvanceAsync(TimeSpan.FromDays(1));

        host.Store.Committing = null;
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.GetAsync("mixed")).RuntimeStatus);
        Assert.Equal(10, workload.Effects.Count());
    }
}
