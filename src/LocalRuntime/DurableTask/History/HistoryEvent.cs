namespace LocalRuntime.DurableTask.History;

/// <summary>
/// One entry of a history. A turn consists of a <see cref="TurnStarted"/>, the messages that the turn received and the
/// <see cref="Decision"/>s of its code. A message to an instance has the type of the event it becomes.
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

/// <summary>A turn; <paramref name="At"/> is the current time that its code sees.</summary>
sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>The first message of every execution.</summary>
sealed record ExecutionStarted(string ExecutionId, string Name, string? Input, ParentCall? Parent) : HistoryEvent;

/// <summary>The activity or sub-orchestration of decision <paramref name="Id"/> has completed.</summary>
sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

/// <summary>The activity or sub-orchestration of decision <paramref name="Id"/> has failed.</summary>
sealed record TaskFailed(int Id, TaskFailureDetails Failure) : HistoryEvent;

/// <summary>The timer of decision <paramref name="Id"/> is due.</summary>
sealed record TimerFired(int Id) : HistoryEvent;

sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

sealed record ExecutionResumed(string? Reason) : HistoryEvent;

sealed record ExecutionTerminated(string? Output) : HistoryEvent;

/// <summary>The call of a sub-orchestration, which receives its result.</summary>
sealed record ParentCall(string Name, string InstanceId, string ExecutionId, int TaskId);
