using System.Text.Json.Nodes;
using LocalRuntime.DurableTask.History;

namespace LocalRuntime.Functions.Durable;

/// <summary>
/// A history as the management API shows it: an event a result, with the instant at which it was asked for; what has no result yet
/// stands as asked for. Its times are those of the turns.
/// </summary>
internal sealed class HistoryView
{
    readonly bool showOutput;
    readonly Dictionary<int, (Decision Decision, DateTime At, int Place)> open = [];
    readonly List<JsonObject?> entries = [];
    DateTime at;

    HistoryView(bool showOutput) => this.showOutput = showOutput;

    public static JsonArray Of(IReadOnlyList<HistoryEvent> history, bool showOutput)
    {
        var view = new HistoryView(showOutput);
        foreach (var entry in history) view.Add(entry);
        return [.. view.entries.Where(entry => entry is not null)];
    }

    void Add(HistoryEvent entry)
    {
        switch (entry)
        {
            case TurnStarted turn:
                at = turn.At;
                break;
            case ExecutionStarted started:
                Add(nameof(ExecutionStarted), ("FunctionName", started.Name));
                break;
            case TaskCompleted completed when Asked(completed.Id) is var (call, askedAt):
                Add($"{Kind(call)}Completed", [("FunctionName", Name(call)), .. Result(completed.Result), ("ScheduledTime", askedAt)]);
                break;
            case TaskFailed failed when Asked(failed.Id) is var (call, askedAt):
                Add(
                    $"{Kind(call)}Failed",
                    ("FunctionName", Name(call)),
                    ("Reason", failed.Failure.ErrorMessage),
                    ("Details", failed.Failure.StackTrace),
                    ("ScheduledTime", askedAt));
                break;
            case TimerFired fired when Asked(fired.Id) is var (timer, _):
                Add(nameof(TimerFired), ("FireAt", ((TimerCreated)timer).FireAt));
                break;
            case EventRaised raised:
                Add(nameof(EventRaised), ("Name", raised.Name), ("Input", showOutput ? InstanceStatus.Json(raised.Payload) : null));
                break;
            case ExecutionSuspended suspended:
                Add(nameof(ExecutionSuspended), ("Reason", suspended.Reason));
                break;
            case ExecutionResumed resumed:
                Add(nameof(ExecutionResumed), ("Reason", resumed.Reason));
                break;
            case ExecutionTerminated terminated:
                Add(nameof(ExecutionTerminated), ("Reason", InstanceStatus.Json(terminated.Output)));
                break;
            case TaskScheduled task:
                Ask(task, nameof(TaskScheduled), ("FunctionName", task.Name));
                break;
            case SubOrchestrationCreated sub:
                Ask(sub, "SubOrchestrationInstanceCreated", ("FunctionName", sub.Name));
                break;
            case TimerCreated timer:
                Ask(timer, nameof(TimerCreated), ("FireAt", timer.FireAt));
                break;
            case EventSent sent:
                Add(nameof(EventSent), ("InstanceId", sent.InstanceId), ("Name", sent.Name));
                break;
            case ExecutionCompleted end:
                Add(
                    nameof(ExecutionCompleted),
                    [("OrchestrationStatus", end.Status.ToString()), .. end.Failure is null ? Result(end.Output) : [("Result", end.Failure.ErrorMessage)]]);
                break;
        }
    }

    void Ask(Decision decision, string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        open[decision.Id] = (decision, at, entries.Count);
        Add(type, properties);
    }

    // The result stands in the place of its own, later; what it answers is no entry any more.
    (Decision Decision, DateTime At)? Asked(int id)
    {
        if (!open.Remove(id, out var asked)) return null;
        entries[asked.Place] = null;
        return (asked.Decision, asked.At);
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
