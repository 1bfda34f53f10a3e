namespace LocalRuntime.DurableTask.Replay;

/// <summary>On replay the code decided otherwise than its history says.</summary>
public sealed class NonDeterministicOrchestrationException(int eventNumber, string expected, string found)
    : Exception($"The orchestrator is not deterministic: event {eventNumber} of its history is {expected}, but on replay the code asked for {found}.")
{
    /// <summary>The number, from 1, of the event that differs.</summary>
    public int EventNumber => eventNumber;

    /// <summary>What the history says.</summary>
    public string Expected => expected;

    /// <summary>What the code did instead.</summary>
    public string Found => found;
}
