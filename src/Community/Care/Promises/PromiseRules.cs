using System.Diagnostics;
using Community.Platform;

namespace Community.Care.Promises;

/// <summary>
/// Decides on a unit of a promise: its deliveries, the alert before it is missed, and the gain of members.
/// </summary>
public static class PromiseRules
{
    public const int MinScore = 1;
    public const int MaxScore = 5;

    /// <summary>The most deliveries of a unit.</summary>
    public const int MaxDeliveries = 2000;

    /// <summary>The most answers of a unit that come by its page. A group holds no more members.</summary>
    public const int MaxPageAnswers = 500;

    /// <summary>How long members may answer, and change their answer.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromDays(7);

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<PromiseEvent> Decide(PromiseCommand command, UnitState state) => command switch
    {
        PromiseCommand.Deliver deliver => Deliver(deliver, state),
        PromiseCommand.Answer answer => Answer(answer, state),
        PromiseCommand.Watch when state.Progress.IsDelivered => [],
        PromiseCommand.Watch watch => [.. Watch(watch.At, state)],
        _ => throw new UnreachableException(),
    };

    public static UnitState Evolve(UnitState state, PromiseEvent happened)
    {
        var progress = state.Progress;
        return happened switch
        {
            PromiseEvent.Delivered delivered => With(state, delivered.Delivery),
            PromiseEvent.GainAsked asked => state with
            {
                Progress = progress with { AskedAt = asked.At, Asked = asked.Members, PageCode = asked.PageCode },
            },
            PromiseEvent.GainAnswered answered => state with { Progress = With(progress, answered) },
            PromiseEvent.Alerted alerted => state with { Progress = progress with { AlertedAt = alerted.At } },
            PromiseEvent.Missed missed => state with { Progress = progress with { MissedAt = missed.At } },
            PromiseEvent.Refused => state,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// The instant at which <see cref="PromiseCommand.Watch"/> is due next; null when nothing is left to watch.
    /// </summary>
    public static DateTimeOffset? NextWatchAt(PromisedUnit unit, UnitProgress progress) => progress switch
    {
        { IsDelivered: true } or { MissedAt: not null } => null,
        { AlertedAt: null } => unit.AlertAt,
        _ => unit.MissAt,
    };

    /// <summary>True while members may answer.</summary>
    public static bool TakesAnswers(UnitProgress progress, DateTimeOffset now) =>
        progress.AskedAt is { } asked && now <= asked + AnswerTime;

    static IReadOnlyList<PromiseEvent> Deliver(PromiseCommand.Deliver deliver, UnitState state)
    {
        if (state.Deliveries.FirstOrDefault(known => known.Key == deliver.Delivery.Key) is { } earlier)
        {
            return earlier.Fingerprint == deliver.Delivery.Fingerprint
                ? []
                : Refuse(ConflictKind.AlreadyExists, $"id: {earlier.Key} belongs to another delivery of the unit");
        }

        if (state.Deliveries.Count >= MaxDeliveries)
            return Refuse(ConflictKind.LimitReached, $"the unit has {MaxDeliveries} deliveries already");
        var delivered = new PromiseEvent.Delivered(deliver.Delivery);
        var asks = state is { Kind: PromiseKind.Learning, Progress.AskedAt: null }
            && Evolve(state, delivered).Progress.IsDelivered;
        return asks
            ? [delivered, new PromiseEvent.GainAsked(deliver.Present, deliver.PageCode, deliver.At)]
            : [delivered];
    }

    static IReadOnlyList<PromiseEvent> Answer(PromiseCommand.Answer answer, UnitState state) => state switch
    {
        { Kind: PromiseKind.Service } => Refuse(ConflictKind.State, "a promise of services asks for no gain"),
        { Progress.AskedAt: null } => Refuse(ConflictKind.TooEarly, "the unit is not delivered"),
        _ when !TakesAnswers(state.Progress, answer.At) =>
            Refuse(ConflictKind.Ended, $"the unit takes answers for {AnswerTime.Days} days"),
        _ when answer.Earlier == answer.Score => [],
        _ when answer is { IsOfPage: true, Earlier: null } && state.Progress.Answered >= MaxPageAnswers =>
            Refuse(ConflictKind.LimitReached, $"the page has {MaxPageAnswers} answers already"),
        _ => [new PromiseEvent.GainAnswered(answer.Score, answer.Earlier) { IsOfPage = answer.IsOfPage }],
    };

    static IEnumerable<PromiseEvent> Watch(DateTimeOffset at, UnitState state)
    {
        if (state.Progress.AlertedAt is null && at >= state.Unit.AlertAt) yield return new PromiseEvent.Alerted(at);
        if (state.Progress.MissedAt is null && at >= state.Unit.MissAt) yield return new PromiseEvent.Missed(at);
    }

    static UnitProgress With(UnitProgress progress, PromiseEvent.GainAnswered answer)
    {
        var (more, change) = (answer.Earlier is null ? 1 : 0, answer.Score - (answer.Earlier ?? 0));
        var all = progress with { Answered = progress.Answered + more, Scores = progress.Scores + change };
        return answer.IsOfPage
            ? all with { PageAnswered = all.PageAnswered + more, PageScores = all.PageScores + change }
            : all;
    }

    static UnitState With(UnitState state, UnitDelivery delivery)
    {
        IReadOnlyList<UnitDelivery> deliveries = [.. state.Deliveries, delivery];
        var count = DeliveryCount.Of(state.Kind, state.Unit.Quantity, deliveries);
        return state with
        {
            Deliveries = deliveries,
            Progress = state.Progress with { Amount = count.Amount, DeliveredAt = count.ReachedAt },
        };
    }

    static IReadOnlyList<PromiseEvent> Refuse(ConflictKind kind, string reason) =>
        [new PromiseEvent.Refused(Refusal.Conflict(kind, reason))];
}
