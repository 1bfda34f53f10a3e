using Community.Content;
using Community.Pushes.Occurrences;

namespace Community.Pushes.Sending;

/// <summary>
/// What will happen to a push. <paramref name="At"/> is the instant at which it is sent or refused.
/// <paramref name="Item"/> is null unless it is sent.
/// </summary>
public sealed record ForecastPush(Push Push, DateTimeOffset At, PushOutcome Outcome)
{
    public ContentItem? Item => (Outcome as PushOutcome.Send)?.Item;
}

/// <summary>
/// Plays the pushes of a group in the order of their instants, each with the history that those before it leave.
/// </summary>
public static class PushForecast
{
    /// <param name="pushes">Pushes that are still to come; one that is skipped already stays skipped.</param>
    /// <param name="facts">The group as it is now.</param>
    public static IReadOnlyList<ForecastPush> Play(IEnumerable<DuePush> pushes, PushFacts facts)
    {
        List<ForecastPush> forecast = [];
        var waiting = new PriorityQueue<DuePush, (DateTimeOffset, string)>();
        foreach (var push in pushes) Add(push, push.Push.NotBefore ?? push.Push.DueAt);
        while (waiting.TryDequeue(out var next, out var when))
        {
            var at = when.Item1;
            var outcome = next.Push.Skip is { } skipped
                ? new PushOutcome.Skip(skipped)
                : PushEvaluation.Evaluate(next, facts, at);
            if (outcome is PushOutcome.Wait wait && wait.Until > at)
            {
                Add(next, wait.Until);
                continue;
            }

            if (outcome is PushOutcome.Send send) facts = facts.After(send, at);
            forecast.Add(new ForecastPush(next.Push, at, outcome));
        }

        return forecast;

        void Add(DuePush push, DateTimeOffset at) => waiting.Enqueue(push, (at, push.Push.Id));
    }
}
