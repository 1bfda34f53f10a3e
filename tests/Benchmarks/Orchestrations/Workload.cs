using System.Collections.Concurrent;
using System.Globalization;
using LocalRuntime.DurableTask;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks.Orchestrations;

/// <summary>
/// The measured orchestrators: one calls three activities, one adds up events, and one records the lateness of its
/// timer.
/// </summary>
sealed class Workload : IOrchestrationCatalog
{
    const string Activities = nameof(Activities);
    const string Timer = nameof(Timer);
    const string Sum = nameof(Sum);

    readonly ConcurrentQueue<double> lateness = [];

    /// <summary>The lateness of each timer in milliseconds.</summary>
    public IReadOnlyCollection<double> Lateness => lateness;

    public static OrchestrationEngine Engine(EmbeddedStore store, Workload workload)
    {
        var options = new OrchestrationEngineOptions();
        var engine = new OrchestrationEngine(
            store,
            TimeProvider.System,
            new WorkGauge(),
            workload,
            NullLoggerFactory.Instance,
            options);
        engine.Start();
        return engine;
    }

    /// <summary>Starts instances of three activities at once and waits until each has the expected result.</summary>
    public static Task RunAsync(DurableTaskClient client, string prefix, int count) =>
        Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(async n =>
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n}");
                    await client.ScheduleNewOrchestrationInstanceAsync(
                        Activities,
                        0,
                        new StartOrchestrationOptions(id));
                    var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
                    if (ended.ReadOutputAs<int>() != 3)
                        throw new InvalidOperationException(
                            $"{id} ended as {ended.RuntimeStatus} {ended.SerializedOutput}");
                }));

    /// <summary>Starts an instance that waits until <paramref name="fireAt"/>.</summary>
    public static Task StartTimerAsync(DurableTaskClient client, DateTime fireAt) =>
        client.ScheduleNewOrchestrationInstanceAsync(Timer, fireAt);

    /// <summary>
    /// Raises <paramref name="count"/> numbers to one instance, one after another, and waits for their sum.
    /// </summary>
    public static async Task SumAsync(DurableTaskClient client, int count)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(Sum, count);
        for (var n = 0; n < count; n++) await client.RaiseEventAsync(id, "Number", 1);
        var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (ended.ReadOutputAs<int>() != count)
            throw new InvalidOperationException($"{id} ended as {ended.RuntimeStatus} {ended.SerializedOutput}");
    }

    public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => name switch
    {
        Activities => CallThreeAsync,
        Timer => WaitAsync,
        Sum => SumAsync,
        _ => null,
    };

    public Func<string?, CancellationToken, Task<string?>>? FindActivity(string name) =>
        (input, _) => Task.FromResult(OrchestrationJson.Serialize(OrchestrationJson.Deserialize<int>(input) + 1));

    static async Task<object?> CallThreeAsync(TaskOrchestrationContext context)
    {
        var n = context.GetInput<int>();
        for (var call = 0; call < 3; call++) n = await context.CallActivityAsync<int>("Add", n);
        return n;
    }

    static async Task<object?> SumAsync(TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var n = context.GetInput<int>(); n > 0; n--) sum += await context.WaitForExternalEvent<int>("Number");
        return sum;
    }

    async Task<object?> WaitAsync(TaskOrchestrationContext context)
    {
        var fireAt = context.GetInput<DateTime>();
        await context.CreateTimer(fireAt, CancellationToken.None);
        if (!context.IsReplaying) lateness.Enqueue((DateTime.UtcNow - fireAt).TotalMilliseconds);
        return null;
    }
}
