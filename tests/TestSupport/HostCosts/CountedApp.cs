using System.Text.Json;
using TestSupport.LocalApp;

namespace TestSupport.HostCosts;

/// <summary>A running app in virtual time on a store of its own, whose storage requests are counted.</summary>
public sealed class CountedApp(IAsyncDisposable host, OperatorClient client, StorageRequestCounter requests)
    : IAsyncDisposable
{
    /// <summary>The start of the virtual clock.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public OperatorClient Client => client;

    /// <summary>
    /// The cost of everything since the start, by the histories of all instances. Events that no instance received and
    /// histories before the last generation of an instance are not part of it.
    /// </summary>
    public async Task<HostCost> CostAsync()
    {
        var counts = requests.Counts.ToDictionary();
        foreach (var instance in await client.InstancesAsync())
        {
            var history = await client.HistoryAsync(instance.GetProperty("instanceId").GetString()!);
            foreach (var operation in history.Select(OperationOf).OfType<HostOperation>())
                counts[operation] = counts.GetValueOrDefault(operation) + 1;
        }

        return new HostCost(counts);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    // A history shows one entry for a call: that it completed or failed, or else that it was scheduled. A timer that
    // was canceled is counted as well, because its message stays in the control queue until it is due.
    static HostOperation? OperationOf(JsonElement entry) => entry.GetProperty("EventType").GetString() switch
    {
        "ExecutionStarted" => Operation(HostOperationKind.Start, entry, "FunctionName"),
        "TaskScheduled" or "TaskCompleted" or "TaskFailed" =>
            Operation(HostOperationKind.Activity, entry, "FunctionName"),
        "TimerCreated" or "TimerFired" => new HostOperation(HostOperationKind.Timer, ""),
        "EventRaised" => Operation(HostOperationKind.Event, entry, "Name"),
        "SubOrchestrationInstanceCompleted" or "SubOrchestrationInstanceFailed" =>
            Operation(HostOperationKind.SubOrchestration, entry, "FunctionName"),
        _ => null,
    };

    static HostOperation Operation(HostOperationKind kind, JsonElement entry, string name) =>
        new(kind, entry.GetProperty(name).GetString()!);
}
