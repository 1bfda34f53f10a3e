using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>
/// An event that an orchestration received. Its payload is not read, because operators may send any JSON.
/// </summary>
public sealed record ReceivedSignal(string Name);

/// <summary>
/// The custom status: the step, the next instant (null: none) and the events that the step waits for.
/// </summary>
public sealed record WorkflowStatus(string Step, DateTimeOffset? NextAt, IReadOnlyList<string> WaitsFor, bool Held);

/// <summary>Names of the events of orchestrations.</summary>
public static class WorkflowEvents
{
    /// <summary>The stored subject changed; the orchestration reads it again.</summary>
    public const string Edit = "Edit";

    public const string Hold = "Hold";

    public const string Resume = "Resume";

    public const string Cancel = "Cancel";

    /// <summary>A staff task is done; the payload is its id.</summary>
    public const string StaffDone = "StaffDone";

    public const string SoldOut = "SoldOut";

    public const string Dissolved = "Dissolved";
}

/// <summary>
/// The waits of an orchestration for an instant, for its own events and for those of the operator. It is deterministic
/// orchestrator code.
/// </summary>
public sealed class WorkflowWaits(TaskOrchestrationContext context)
{
    // An abandoned wait would take the next event of its name, so each name has one wait until it completes.
    readonly Dictionary<string, Task<object?>> waits = new(StringComparer.Ordinal);

    /// <summary>
    /// The received event, or null at <paramref name="until"/>. During a hold only <c>Resume</c> and <c>Cancel</c> end
    /// the wait; an instant that passes during the hold ends it after <c>Resume</c>.
    /// </summary>
    public async Task<ReceivedSignal?> WaitUntilAsync(string step, DateTimeOffset until, params string[] names)
    {
        while (true)
        {
            Show(step, until, names);
            var signal = await FirstSignalAsync(until, WithOperatorEvents(names));
            if (signal?.Name == WorkflowEvents.Hold
                && await WaitForReleaseAsync(step) is { Name: WorkflowEvents.Cancel } cancelled) return cancelled;
            if (signal?.Name is not (WorkflowEvents.Hold or WorkflowEvents.Resume)) return signal;
        }
    }

    /// <summary>True when an event is received and not yet read. A new generation would lose it.</summary>
    public bool HasPendingSignals => waits.Values.Any(wait => wait.IsCompleted);

    /// <summary>The received event of these names alone, or null at <paramref name="until"/>.</summary>
    public Task<ReceivedSignal?> WaitAsync(DateTimeOffset until, params string[] names) =>
        FirstSignalAsync(until, names);

    /// <summary>
    /// The received event, including <c>Hold</c> and <c>Resume</c>, for an orchestration whose subject stores the hold.
    /// Null at <paramref name="until"/> (null: never) and when <paramref name="done"/> (null: never) completes.
    /// </summary>
    public Task<ReceivedSignal?> WaitAsync(WorkflowStatus status, DateTimeOffset? until, Task? done = null)
    {
        context.SetCustomStatus(status);
        return FirstSignalAsync(until, WithOperatorEvents(status.WaitsFor), done);
    }

    public void Show(string step, DateTimeOffset? nextAt = null, params string[] waitsFor) =>
        context.SetCustomStatus(new WorkflowStatus(step, nextAt, waitsFor, Held: false));

    // It also receives a second Hold, which would otherwise wait and act after the next Resume.
    async Task<ReceivedSignal> WaitForReleaseAsync(string step)
    {
        string[] releases = [WorkflowEvents.Resume, WorkflowEvents.Cancel];
        context.SetCustomStatus(new WorkflowStatus(step, null, releases, Held: true));
        while (true)
        {
            var signal = await FirstSignalAsync(null, [.. releases, WorkflowEvents.Hold]);
            if (signal!.Name != WorkflowEvents.Hold) return signal;
        }
    }

    async Task<ReceivedSignal?> FirstSignalAsync(DateTimeOffset? until, string[] names, Task? done = null)
    {
        using var alarm = new CancellationTokenSource();
        List<Task> candidates = [.. names.Select(Wait)];
        if (until is { } at) candidates.Add(context.CreateTimer(at.UtcDateTime, alarm.Token));
        if (done is not null) candidates.Add(done);
        var first = await Task.WhenAny(candidates);
#pragma warning disable CA1849 // an orchestrator awaits only its context; a timer that still runs keeps it running
        alarm.Cancel();
#pragma warning restore CA1849
        var index = candidates.IndexOf(first);
        if (index >= names.Length) return null;
        waits.Remove(names[index]);
        await first;
        return new ReceivedSignal(names[index]);
    }

    Task<object?> Wait(string name)
    {
        if (!waits.TryGetValue(name, out var wait)) waits[name] = wait = context.WaitForExternalEvent<object?>(name);
        return wait;
    }

    static string[] WithOperatorEvents(IEnumerable<string> names) =>
        [.. names, WorkflowEvents.Cancel, WorkflowEvents.Edit, WorkflowEvents.Hold, WorkflowEvents.Resume];
}
