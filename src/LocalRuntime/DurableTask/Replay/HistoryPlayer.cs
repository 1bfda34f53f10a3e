namespace LocalRuntime.DurableTask.Replay;

/// <summary>Replays a history and compares the decisions of the code with those in the history.</summary>
static class HistoryPlayer
{
    public static void Play(OrchestrationExecution execution, IReadOnlyList<HistoryEvent> history)
    {
        for (var start = 0; start < history.Count;)
        {
            var turn = (TurnStarted)history[start];
            var end = start + 1;
            while (end < history.Count && history[end] is not TurnStarted) end++;
            var received = history.Skip(start + 1).Take(end - start - 1).Where(e => e is not Decision);
            var outcome = execution.Play(turn.At, [.. received], replaying: true);
            Compare(history, start, end, outcome.Decisions);
            start = end;
        }
    }

    static void Compare(IReadOnlyList<HistoryEvent> history, int start, int end, IReadOnlyList<Decision> decided)
    {
        var next = 0;
        for (var index = start; index < end; index++)
        {
            if (history[index] is not Decision recorded) continue;
            var found = next < decided.Count ? decided[next].Subject : "nothing more in that turn";
            if (found != recorded.Subject)
                throw new NonDeterministicOrchestrationException(index + 1, recorded.Subject, found);
            next++;
        }

        if (next < decided.Count)
            throw new NonDeterministicOrchestrationException(end + 1, "the next turn", decided[next].Subject);
    }
}

/// <summary>A replay made another decision than the history contains.</summary>
public sealed class NonDeterministicOrchestrationException(int eventNumber, string expected, string found)
    : Exception(
        $"The orchestrator is not deterministic: event {eventNumber} of its history is {expected}, "
        + $"but on replay the code asked for {found}.")
{
    /// <summary>Counted from 1.</summary>
    public int EventNumber => eventNumber;

    public string Expected => expected;

    public string Found => found;
}
