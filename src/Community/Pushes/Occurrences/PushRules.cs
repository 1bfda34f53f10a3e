using System.Diagnostics;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Pushes.Guards;

namespace Community.Pushes.Occurrences;

/// <summary>
/// <c>Planned ⇄ Held, Planned → Queued → AwaitingStaff</c>, and from these exactly one end: Sent, Missed, Failed or
/// Skipped. What a person says to have sent is sent, unless the push is over or its time is.
/// </summary>
public static class PushRules
{
    /// <summary>The changes that a push accepts. Beyond them it can only be released, and ended.</summary>
    public const int MaxChanges = 30;

    /// <summary>The missed pushes whose texts fit before its own.</summary>
    public const int MaxTakenOver = 3;

    /// <summary>A push that is sent later than this after <see cref="Push.DueAt"/> is late.</summary>
    public static readonly TimeSpan OnTimeLimit = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The events of the command; none for a repeat, and for a command of the app that comes too late or too early; a
    /// single <c>Refused</c> for a person's command that is not allowed.
    /// </summary>
    public static IReadOnlyList<PushEvent> Decide(PushCommand command, Push push) => command switch
    {
        PushCommand.Operator person => PushOperatorRules.Decide(person, push),
        _ when push.IsOver => [],
        PushCommand.SetContent content when push is { IsOpen: true, ContentId: null } =>
            [new PushEvent.ContentSet(content.ContentId)],
        PushCommand.Postpone postpone when CanPostpone(postpone, push) =>
            [new PushEvent.Postponed(postpone.Until, postpone.Guard)],
        PushCommand.RequestContent request when push is { IsOpen: true, ContentTaskId: null } =>
            [new PushEvent.ContentRequested(request.TaskId)],
        PushCommand.Remind remind when push is { State: PushState.Planned, RemindedAt: null } =>
            [new PushEvent.Reminded(remind.At)],
        PushCommand.TakeOver take when CanTakeOver(take, push) => [new PushEvent.TookOver(take.ContentId)],
        PushCommand.SkipFor skip when push.IsOpen => [new PushEvent.Skipped(skip.Cause)],
        PushCommand.Queue queue when CanQueue(queue, push) => [new PushEvent.Queued(queue.DeliveryKey, queue.Variant)],
        PushCommand.RecordDelivery delivery when push.State is PushState.Queued or PushState.AwaitingStaff =>
            Follow(delivery, push),
        PushCommand.Expire expire when expire.At >= push.EndsAt => Expire(push),
        PushCommand.SetContent or PushCommand.RequestContent or PushCommand.TakeOver => [],
        PushCommand.Postpone or PushCommand.Remind or PushCommand.SkipFor => [],
        PushCommand.Queue or PushCommand.RecordDelivery or PushCommand.Expire => [],
        _ => throw new UnreachableException(),
    };

    public static Push Evolve(Push push, PushEvent happened) => happened switch
    {
        PushEvent.ContentSet set => push with { ContentId = set.ContentId },
        PushEvent.Postponed postponed => push with { NotBefore = postponed.Until },
        PushEvent.ContentRequested requested => push with { ContentTaskId = requested.TaskId },
        PushEvent.Reminded reminded => push with { RemindedAt = reminded.At },
        PushEvent.TookOver took => push with { TakenOver = [.. push.TakenOver, took.ContentId] },
        PushEvent.Held => push with { State = PushState.Held },
        PushEvent.Released => push with { State = PushState.Planned },
        PushEvent.SendingRequested requested => push with
        {
            State = PushState.Planned,
            DueAt = requested.At,
            NotBefore = null,
            IsSendNow = true,
            PassesWindow = true,
            Override = null,
        },
        PushEvent.Moved moved => push with
        {
            DueAt = moved.To,
            NotBefore = null,
            RemindedAt = null,
            IsSendNow = false,
            PassesWindow = true,
            Override = null,
        },
        PushEvent.ContentReplaced replaced => push with { ContentId = replaced.ContentId, PassesWindow = true },
        PushEvent.GuardsOverridden overridden => push with { Override = Merge(push.Override, overridden.Override) },
        PushEvent.Queued queued => push with
        {
            State = PushState.Queued,
            DeliveryKey = queued.DeliveryKey,
            Variant = queued.Variant,
        },
        PushEvent.HandedToStaff => push with { State = PushState.AwaitingStaff },
        PushEvent.Sent sent => push with { State = PushState.Sent, SentAt = sent.At, IsLate = sent.IsLate },
        PushEvent.Missed => push with { State = PushState.Missed },
        PushEvent.Failed failed => push with { State = PushState.Failed, FailureReason = failed.Reason },
        PushEvent.Skipped skipped => push with { State = PushState.Skipped, Skip = skipped.Skip },
        PushEvent.Recalled recalled => push with { Recall = recalled.Recall },
        PushEvent.ChangeRecorded recorded => push with { Changes = [.. push.Changes, recorded.Change] },
        PushEvent.Refused => push,
        _ => throw new UnreachableException(),
    };

    /// <summary>The push after the commands, in their order.</summary>
    public static Push Apply(Push push, params IReadOnlyList<PushCommand> commands) =>
        commands.Aggregate(push, (before, command) => Decide(command, before).Aggregate(before, Evolve));

    internal static PushEvent.Sent SentAt(DateTimeOffset at, Push push) => new(at, at - push.DueAt > OnTimeLimit);

    static bool CanTakeOver(PushCommand.TakeOver take, Push push) =>
        push.IsOpen && push.TakenOver.Count < MaxTakenOver && !push.TakenOver.Contains(take.ContentId);

    // What would be too late was decided under a wrong clock.
    static bool CanPostpone(PushCommand.Postpone postpone, Push push) =>
        push.State is PushState.Planned && postpone.Until != push.NotBefore && postpone.Until <= push.LatestAt;

    static PushOverride Merge(PushOverride? before, PushOverride added) =>
        added with { Guards = [.. (before?.Guards ?? []).Union(added.Guards)] };

    // The instant of a handover may lie a little before the due instant, because clocks of instances differ.
    static bool CanQueue(PushCommand.Queue queue, Push push) =>
        push is { State: PushState.Planned, ContentId: not null }
        && !ClockRule.IsFromFuture(push.NotBefore, queue.At)
        && (push.IsSendNow || !ClockRule.IsFromFuture(push.DueAt, queue.At));

    static IReadOnlyList<PushEvent> Follow(PushCommand.RecordDelivery delivery, Push push) => delivery.State switch
    {
        DeliveryState.Sent => [SentAt(delivery.At, push)],
        DeliveryState.Failed => [new PushEvent.Failed(delivery.Reason)],
        DeliveryState.Skipped => [new PushEvent.Skipped(new PushSkip(PushSkipCause.Delivery, delivery.Reason))],
        DeliveryState.AwaitingStaff or DeliveryState.Uncertain when push.State is PushState.Queued =>
            delivery.At < push.EndsAt ? [new PushEvent.HandedToStaff()] : [new PushEvent.Missed()],
        _ => [],
    };

    // A queued push ends with its delivery, which may be on its way.
    static IReadOnlyList<PushEvent> Expire(Push push) => push.State switch
    {
        PushState.Held => [new PushEvent.Skipped(new PushSkip(PushSkipCause.Held, Reason: null))],
        PushState.Queued => [],
        _ => [new PushEvent.Missed()],
    };
}
