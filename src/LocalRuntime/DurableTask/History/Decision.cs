namespace LocalRuntime.DurableTask.History;

/// <summary>An action of orchestrator code, numbered in order. A replay must make the same decisions.</summary>
abstract record Decision(int Id) : HistoryEvent
{
    /// <summary>The part of the decision that must be the same on replay, as text for error messages.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }
}

sealed record TaskScheduled(int Id, string Name, string? Input) : Decision(Id)
{
    public override string Subject => $"activity '{Name}'";
}

sealed record TimerCreated(int Id, DateTime FireAt) : Decision(Id)
{
    public override string Subject => "a timer";
}

sealed record SubOrchestrationCreated(int Id, string Name, string InstanceId, string? Input) : Decision(Id)
{
    public override string Subject => $"sub-orchestration '{Name}'";
}

sealed record EventSent(int Id, string InstanceId, string Name, string? Payload) : Decision(Id)
{
    public override string Subject => $"event '{Name}' to '{InstanceId}'";
}

sealed record ExecutionCompleted(
    int Id,
    [property: JsonConverter(typeof(JsonStringEnumConverter<OrchestrationRuntimeStatus>))]
    OrchestrationRuntimeStatus Status,
    string? Output,
    TaskFailureDetails? Failure) : Decision(Id)
{
    public override string Subject => $"the end as {Status}";
}

/// <summary>The end of an execution that a new one continues, with its input and unprocessed events.</summary>
sealed record ContinuedAsNew(int Id, string? Input, IReadOnlyList<EventRaised> Unprocessed) : Decision(Id)
{
    public override string Subject => "to continue as new";
}
