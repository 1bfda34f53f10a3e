namespace LocalRuntime.DurableTask.Replay;

/// <summary>A replay made another decision than the history contains.</summary>
public sealed class NonDeterministicOrchestrationException(int eventNumber, string expected, string found)
    : Exception(
        $"The orchestrator is not deterministic: event {eventNumber} of its history is {expected}, "
        + $"but on replay the code asked for {found}.")
{
    /// <summary>The number of the event that differs, from 1.</summary>
    public int EventNumber => eventNumber;

    /// <summary>The decision in the history.</summary>
    public string Expected => expected;

    /// <summary>The decision of the code.</summary>
    public string Found => found;
}
