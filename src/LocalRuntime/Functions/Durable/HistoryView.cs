using System.Text.Json.Nodes;

namespace LocalRuntime.Functions.Durable;

/// <summary>
/// A history as the management API shows it: a completed call is one event with the time at which it was scheduled; a
/// call without a result is shown as scheduled. The times are those of the turns.
/// </summary>
sealed class HistoryView
{
    readonly bool showOutput;
    readonly Dictionary<int, (Decision Decision, DateTime At, int Index)> open = [];
    readonly List<JsonObject?> entries = [];
    DateTime at;

    HistoryView(bool showOutput) => this.showOutput = showOutput;

    public static JsonArray Create(IReadOnlyList<HistoryEvent> history, bool showOutput)
    {
        var view = new HistoryView(showOutput);
        foreach (var entry in history) view.Add(entry);
        return [.. view.entries.Where(entry => entry is not null)];
    }

    void Add(HistoryEvent entry)
    {
        switch (entry)
        {
            case TurnStarted turn: at = turn.At; break;
            case ExecutionStarted started: Add(nameof(ExecutionStarted), ("FunctionName", started.Name)); break;
            case TaskCompleted completed when Close(completed.Id) is var (call, scheduledAt):
                Add(
                    $"{Kind(call)}Completed",
                    [("FunctionName", Name(call)), .. Result(completed.Result), ("ScheduledTime", scheduledAt)]);
                break;
            case TaskFailed failed when Close(failed.Id) is var (call, scheduledAt):
                Add(
                    $"{Kind(call)}Failed",
                    ("FunctionName", Name(call)), ("Reason", failed.Failure.ErrorMessage),
                    ("Details", failed.Failure.StackTrace), ("ScheduledTime", scheduledAt));
                break;
            case TimerFired fired when Close(fired.Id) is var (timer, _):
                Add(nameof(TimerFired), ("FireAt", ((TimerCreated)timer).FireAt));
                break;
            case EventRaised raised:
                var payload = showOutput ? InstanceStatus.Json(raised.Payload) : null;
                Add(nameof(EventRaised), ("Name", raised.Name), ("Input", payload));
                break;
            case ExecutionSuspended suspended: Add(nameof(ExecutionSuspended), ("Reason", suspended.Reason)); break;
            case ExecutionResumed resumed: Add(nameof(ExecutionResumed), ("Reason", resumed.Reason)); break;
            case ExecutionTerminated terminated:
                Add(nameof(ExecutionTerminated), ("Reason", InstanceStatus.Json(terminated.Output)));
                break;
            case TaskScheduled task: Open(task, nameof(TaskScheduled), ("FunctionName", task.Name)); break;
            case SubOrchestrationCreated sub:
                Open(sub, "SubOrchestrationInstanceCreated", ("FunctionName", sub.Name));
                break;
            case TimerCreated timer: Open(timer, nameof(TimerCreated), ("FireAt", timer.FireAt)); break;
            case EventSent sent: Add(nameof(EventSent), ("InstanceId", sent.InstanceId), ("Name", sent.Name)); break;
            case ExecutionCompleted end:
                var result = end.Failure is null ? Result(end.Output) : [("Result", end.Failure.ErrorMessage)];
                Add(nameof(ExecutionCompleted), [("OrchestrationStatus", end.Status.ToString()), .. result]);
                break;
        }
    }

    void Open(Decision decision, string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        open[decision.Id] = (decision, at, entries.Count);
        Add(type, properties);
    }

    // Removes the entry of the scheduled call; the result is an entry of its own.
    (Decision Decision, DateTime At)? Close(int id)
    {
        if (!open.Remove(id, out var scheduled)) return null;
        entries[scheduled.Index] = null;
        return (scheduled.Decision, scheduled.At);
    }

    void Add(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var entry = new JsonObject { ["EventType"] = type };
        foreach (var (name, value) in properties) entry[name] = value;
        entry["Timestamp"] = at;
        entries.Add(entry);
    }

    (string Name, JsonNode? Value)[] Result(string? json) => showOutput ? [("Result", InstanceStatus.Json(json))] : [];

    static string Kind(Decision call) => call is TaskScheduled ? "Task" : "SubOrchestrationInstance";

    static string Name(Decision call) => call switch
    {
        TaskScheduled task => task.Name,
        SubOrchestrationCreated sub => sub.Name,
        _ => "",
    };
}
