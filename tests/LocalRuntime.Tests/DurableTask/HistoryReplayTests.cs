using LocalRuntime.DurableTask;
using Microsoft.DurableTask;
using Xunit;

namespace LocalRuntime.Tests.DurableTask;

public sealed class HistoryReplayTests : IAsyncDisposable
{
    readonly TestHost host = new();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Exported_history_replays_against_its_code_and_shows_the_first_difference_of_changed_code()
    {
        host.Catalog.Activity<int>("Work", n => n).Orchestrator("Plan", async context =>
        {
            await context.CallActivityAsync<int>("Work", 1);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return "done";
        });
        await host.StartEngine().ScheduleAsync("Plan", id: "plan");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        var history = HistoryExport.Read(host.Store, "plan")!;

        var changed = new TestCatalog().Orchestrator("Plan", async context =>
        {
            await context.CallActivityAsync<int>("Work", 2);
            await context.CallActivityAsync<int>("Work", 3);
            return "done";
        });

        Assert.Null(HistoryReplay.FirstDifference("plan", history, host.Catalog));
        Assert.Equal(
            new HistoryDifference(6, "a timer", "activity 'Work'"),
            HistoryReplay.FirstDifference("plan", history, changed));
        Assert.Null(HistoryExport.Read(host.Store, "nobody"));
    }
}
