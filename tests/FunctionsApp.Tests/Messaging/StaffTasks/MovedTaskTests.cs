using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using LocalRuntime.Storage;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

/// <summary>A task moves to another row while it is read: first the row of its id is read, then its own.</summary>
public sealed class MovedTaskTests : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new AppHostSetup().Clock;

    static readonly NewStaffTask Request =
        new("push-1", StaffTaskKind.SendMessage, "发送", "tea-1", Now, Now.AddHours(2));

    readonly SecondRead secondRead = new();

    StaffTaskStore tasks = null!;

    public async ValueTask InitializeAsync()
    {
        var clients = StorageClients.Open($":memory:{Guid.NewGuid()}");
        var options = new TableClientOptions();
        clients.Configure(options);
        options.AddPolicy(secondRead, HttpPipelinePosition.PerCall);
        var service = new TableServiceClient(StorageClients.EmbeddedConnection, options);
        var table = new StaffTasksTable(service, OptimisticRetry.InRealTime);
        await table.EnsureAsync(CancellationToken.None);
        tasks = new StaffTaskStore(table);
        await tasks.AddAsync(StaffTask.From(Request));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Completion_beside_another_one_finds_the_task()
    {
        secondRead.Before(() => tasks.DecideAsync(Request.Id, new StaffTaskCommand.Complete(Now, null)));

        var second = await tasks.DecideAsync(Request.Id, new StaffTaskCommand.Complete(Now.AddSeconds(1), null));

        Assert.Equal((StaffTaskStatus.Done, Now), (second!.After.Status, second.After.DoneAt));
    }

    [Fact]
    public async Task Task_that_is_deleted_while_it_is_read_is_not_found()
    {
        await tasks.DecideAsync(Request.Id, new StaffTaskCommand.Complete(Now, null));
        secondRead.Before(() => tasks.ForgetAsync(Now.AddDays(1), budget: 1));

        Assert.Null(await tasks.FindAsync(Request.Id));
    }

    /// <summary>Runs code once before the row of a task is read.</summary>
    sealed class SecondRead : HttpPipelinePolicy
    {
        Func<Task>? before;

        public void Before(Func<Task> action) => before = action;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app is asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var path = message.Request.Uri.Path;
            var isOwnRow = path.Contains("open-", StringComparison.Ordinal)
                || path.Contains("done-", StringComparison.Ordinal);
            if (message.Request.Method == RequestMethod.Get && isOwnRow
                && Interlocked.Exchange(ref before, null) is { } action) await action();
            await ProcessNextAsync(message, pipeline);
        }
    }
}
