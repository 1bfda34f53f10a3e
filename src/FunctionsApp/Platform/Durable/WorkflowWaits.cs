using Microsoft.DurableTask;

namespace FunctionsApp.Platform.Durable;

/// <summary>What a sequence heard while it waited. Whatever came with it is not read: an event only wakes, and operators may send any JSON.</summary>
public sealed record ReceivedSignal(string Name);

/// <summary>Where a sequence stands, as its custom status shows it: the step, the next instant (null: none), and what may come before.</summary>
public sealed record WorkflowStatus(string Step, DateTimeOffset? NextAt, IReadOnlyList<string> WaitsFor, bool Held);

/// <summary>Names of the events that sequences listen for.</summary>
public static class WorkflowEvents
{
    /// <summary>The operator changed what the sequence serves: it reads again.</summary>
    public const string Edit = "Edit";

    /// <summary>The operator stops it for now.</summary>
    public const string Hold = "Hold";

    /// <summary>The operator lets it go on.</summary>
    public const string Resume = "Resume";

    /// <summary>The operator ends it.</summary>
    public const string Cancel = "Cancel";

    /// <summary>A staff task is done; the payload is its id.</summary>
    public const string StaffDone = "StaffDone";

    /// <summary>Nothing is left of what is sold.</summary>
    public const string SoldOut = "SoldOut";

    /// <summary>The platform says that a group is gone.</summary>
    public const string Dissolved = "Dissolved";
}

/// <summary>
/// Waiting, as every sequence does it: until an instant, or until one of its events or the operator's is heard. Orchestrator code: the same
/// history makes the same choices.
/// </summary>
public sealed class WorkflowWaits(TaskOrchestrationContext context)
{
    // A wait that is given up would swallow the next event of its name, so each name has one wait, kept until it ends.
    readonly Dictionary<string, Task<object?>> waits = new(StringComparer.Ordinal);

    /// <summary>
    /// What was heard, or null when <paramref name="until"/> has come. While the operator holds the sequence nothing ends the wait but
    /// <c>Resume</c> or <c>Cancel</c>; an instant that passed meanwhile has come then.
    /// </summary>
    public async Task<ReceivedSignal?> WaitUntilAsync(string step, DateTimeOffset until, params string[] names)
    {
        while (true)
        {
            Show(step, until, names);
            var signal = await FirstSignalAsync(until, [.. names, WorkflowEvents.Cancel, WorkflowEvents.Edit, WorkflowEvents.Hold, WorkflowEvents.Resume]);
            if (signal?.Name == WorkflowEvents.Hold && await WaitForReleaseAsync(step) is { Name: WorkflowEvents.Cancel } cancelled) return cancelled;
            if (signal?.Name is not (WorkflowEvents.Hold or WorkflowEvents.Resume)) return signal;
        }
    }

    /// <summary>True when something came that nobody has listened to yet. A new generation would never hear of it.</summary>
    public bool HasPendingSignals => waits.Values.Any(wait => wait.IsCompleted);

    /// <summary>What was heard of these names alone, or null when <paramref name="until"/> has come: for a sequence that takes the operator's events itself.</summary>
    public Task<ReceivedSignal?> WaitAsync(DateTimeOffset until, params string[] names) => FirstSignalAsync(until, names);

    /// <summary>
    /// What was heard first, <c>Hold</c> and <c>Resume</c> too, for a sequence whose hold is kept with what it serves; null when
    /// <paramref name="until"/> (null: never) has come or <paramref name="done"/> (null: never) is complete.
    /// </summary>
    public Task<ReceivedSignal?> WaitAsync(WorkflowStatus status, DateTimeOffset? until, Task? done = null)
    {
        context.SetCustomStatus(status);
        return FirstSignalAsync(until, [.. status.WaitsFor, WorkflowEvents.Cancel, WorkflowEvents.Edit, WorkflowEvents.Hold, WorkflowEvents.Resume], done);
    }

    /// <summary>Shows the step in the custom status.</summary>
    public void Show(string step, DateTimeOffset? nextAt = null, params string[] waitsFor) =>
        context.SetCustomStatus(new WorkflowStatus(step, nextAt, waitsFor, Held: false));

    // A second Hold, and above a Resume of what runs, are heard and change nothing: left waiting they would undo what the operator says next.
    async Task<ReceivedSignal> WaitForReleaseAsync(string step)
    {
        context.SetCustomStatus(new WorkflowStatus(step, null, [WorkflowEvents.Resume, WorkflowEvents.Cancel], Held: true));
        while (true)
        {
            var signal = await FirstSignalAsync(null, [WorkflowEvents.Resume, WorkflowEvents.Cancel, WorkflowEvents.Hold]);
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
#pragma warning disable CA1849 // an orchestrator awaits nothing but its context; a timer that is not cancelled keeps it alive
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
}
