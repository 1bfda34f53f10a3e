using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.History;

/// <summary>
/// One entry of an orchestration's history. Each turn is a <see cref="TurnStarted"/>, then what the turn received, then the
/// <see cref="Decision"/>s its code made. A message on its way to an instance is the event it will become.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(TurnStarted), nameof(TurnStarted))]
[JsonDerivedType(typeof(ExecutionStarted), nameof(ExecutionStarted))]
[JsonDerivedType(typeof(TaskCompleted), nameof(TaskCompleted))]
[JsonDerivedType(typeof(TaskFailed), nameof(TaskFailed))]
[JsonDerivedType(typeof(TimerFired), nameof(TimerFired))]
[JsonDerivedType(typeof(EventRaised), nameof(EventRaised))]
[JsonDerivedType(typeof(ExecutionSuspended), nameof(ExecutionSuspended))]
[JsonDerivedType(typeof(ExecutionResumed), nameof(ExecutionResumed))]
[JsonDerivedType(typeof(ExecutionTerminated), nameof(ExecutionTerminated))]
[JsonDerivedType(typeof(TaskScheduled), nameof(TaskScheduled))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(SubOrchestrationCreated), nameof(SubOrchestrationCreated))]
[JsonDerivedType(typeof(EventSent), nameof(EventSent))]
[JsonDerivedType(typeof(ExecutionCompleted), nameof(ExecutionCompleted))]
[JsonDerivedType(typeof(ContinuedAsNew), nameof(ContinuedAsNew))]
abstract record HistoryEvent;

/// <summary>The turn's time, which its code sees as the current one.</summary>
sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>The first message of every execution.</summary>
sealed record ExecutionStarted(string ExecutionId, string Name, string? Input, ParentCall? Parent) : HistoryEvent;

/// <summary>The activity or sub-orchestration that decision <paramref name="Id"/> asked for has a result.</summary>
sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

/// <summary>The activity or sub-orchestration that decision <paramref name="Id"/> asked for has failed.</summary>
sealed record TaskFailed(int Id, TaskFailureDetails Failure) : HistoryEvent;

/// <summary>The timer of decision <paramref name="Id"/> is due.</summary>
sealed record TimerFired(int Id) : HistoryEvent;

/// <summary>Somebody raised an external event.</summary>
sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

/// <summary>Somebody asked the instance to stand still.</summary>
sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

/// <summary>Somebody asked the instance to go on.</summary>
sealed record ExecutionResumed(string? Reason) : HistoryEvent;

/// <summary>Somebody ended the instance.</summary>
sealed record ExecutionTerminated(string? Output) : HistoryEvent;

/// <summary>The call of another orchestration by which an execution was started, and where its end is reported.</summary>
sealed record ParentCall(string Name, string InstanceId, string ExecutionId, int TaskId);
