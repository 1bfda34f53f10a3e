using LocalRuntime.DurableTask;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
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

    /// <summary>Found by seed 95 of the simulation: the activity of such a turn was stored and never run.</summary>
    [Theory]
    [InlineData("Apply")]
    [InlineData("RunAsync")]
    public async Task Result_that_is_stored_but_reported_as_failed_is_processed(string write)
    {
        var gate = new AnswerLosingGate(write);
        await using var unreliable = new TestHost(gate: gate);
        unreliable.Catalog.Activity("Add", (int n) => n + 1);
        unreliable.Catalog.Orchestrator("Once", async context => await context.CallActivityAsync<int>("Add", 1));
        unreliable.StartEngine();

        var ended = await unreliable.RunAsync("Once");

        Assert.True(gate.HasLost);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
    }

    /// <summary>Loses the first answer to a write of a method whose name contains <paramref name="write"/>.</summary>
    sealed class AnswerLosingGate(string write) : IStorageGate
    {
        public bool HasLost { get; private set; }

        public async Task<T> PassAsync<T>(StorageRequest request, Func<Task<T>> perform, Func<StorageError, T> refuse)
        {
            var result = await perform();
            if (HasLost || !request.Target.Contains(write, StringComparison.Ordinal)) return result;
            HasLost = true;
            return refuse(new StorageError(500, "OperationTimedOut", "The operation timed out."));
        }

        public IReadOnlyList<EntityWrite> Alter(string table, IReadOnlyList<EntityWrite> writes) => writes;
    }
}
