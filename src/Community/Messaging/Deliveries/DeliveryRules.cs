using System.Diagnostics;

namespace Community.Messaging.Deliveries;

public abstract record DeliveryCommand
{
    DeliveryCommand()
    {
    }

    public sealed record Begin(string Owner, DateTimeOffset At) : DeliveryCommand;

    /// <summary><c>Missed</c> is the earlier reservation that was not used; null when there was none.</summary>
    public sealed record Postpone(DateTimeOffset Until, DateTimeOffset? Missed = null) : DeliveryCommand
    {
        public DateTimeOffset? At { get; init; }
    }

    public sealed record Skip(string Reason) : DeliveryCommand;

    public sealed record Accept(string Owner, string ChannelMessageId, DateTimeOffset At) : DeliveryCommand
    {
        public string? JoinUrl { get; init; }
    }

    public sealed record Refuse(string Owner, string Reason) : DeliveryCommand;

    public sealed record LoseAnswer(string Owner) : DeliveryCommand;

    public sealed record HandToStaff(string TaskId, string? Reason = null) : DeliveryCommand;

    /// <summary>Another task takes the place of <c>FromTaskId</c>, which cannot send it any more.</summary>
    public sealed record HandOver(string FromTaskId, string TaskId, string Reason) : DeliveryCommand;

    /// <summary>Accepted also before <see cref="HandToStaff"/>, which is stored after the task.</summary>
    public sealed record ConfirmByStaff(DateTimeOffset At) : DeliveryCommand;
}

public abstract record DeliveryEvent
{
    DeliveryEvent()
    {
    }

    public sealed record SendingBegan(string Owner, DateTimeOffset At) : DeliveryEvent;

    public sealed record Postponed(DateTimeOffset Until, DateTimeOffset? At = null) : DeliveryEvent;

    public sealed record Skipped(string Reason) : DeliveryEvent;

    /// <summary>The message id is null when a person sent it.</summary>
    public sealed record Sent(string? ChannelMessageId, DateTimeOffset At) : DeliveryEvent
    {
        public string? JoinUrl { get; init; }
    }

    public sealed record Failed(string Reason) : DeliveryEvent;

    public sealed record BecameUncertain : DeliveryEvent;

    public sealed record HandedToStaff(string TaskId, string? Reason = null) : DeliveryEvent;
}

/// <summary>
/// A delivery is sent at most once. One that is still <see cref="DeliveryState.Sending"/> after
/// <see cref="AttemptTimeout"/> may have been sent, so it becomes uncertain.
/// </summary>
public static class DeliveryRules
{
    /// <summary>The time that an attempt has, far above the 30 s after which a channel call is given up.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(2);

    // Far above the error of a clock under whose time an attempt may still finish.
    static readonly TimeSpan MaxClockError = TimeSpan.FromHours(1);

    /// <summary>No events for a repeat, before <c>NotBefore</c>, and while an attempt may still finish.</summary>
    public static IReadOnlyList<DeliveryEvent> Decide(DeliveryCommand command, Delivery delivery) =>
        (command, delivery.State) switch
        {
            (DeliveryCommand.Begin begin, DeliveryState.Queued) when begin.At < delivery.NotBefore => [],
            (DeliveryCommand.Begin begin, DeliveryState.Queued) =>
                [new DeliveryEvent.SendingBegan(begin.Owner, begin.At)],
            (DeliveryCommand.Begin begin, DeliveryState.Sending) when IsOverdue(delivery, begin.At) =>
                [new DeliveryEvent.BecameUncertain()],
            (DeliveryCommand.Postpone postpone, DeliveryState.Queued) when delivery.NotBefore == postpone.Missed =>
                [new DeliveryEvent.Postponed(postpone.Until, postpone.At)],
            (
                DeliveryCommand.Skip skip,
                DeliveryState.Queued or DeliveryState.AwaitingStaff or DeliveryState.Uncertain) =>
                [new DeliveryEvent.Skipped(skip.Reason)],
            (DeliveryCommand.Accept accept, DeliveryState.Sending) when accept.Owner == delivery.Owner =>
                [new DeliveryEvent.Sent(accept.ChannelMessageId, accept.At) { JoinUrl = accept.JoinUrl }],
            (DeliveryCommand.Refuse refuse, DeliveryState.Sending) when refuse.Owner == delivery.Owner =>
                [new DeliveryEvent.Failed(refuse.Reason)],
            (DeliveryCommand.LoseAnswer lose, DeliveryState.Sending) when lose.Owner == delivery.Owner =>
                [new DeliveryEvent.BecameUncertain()],
            (DeliveryCommand.HandToStaff hand, DeliveryState.Queued or DeliveryState.Sending) =>
                [new DeliveryEvent.HandedToStaff(hand.TaskId, hand.Reason)],
            (DeliveryCommand.HandOver over, DeliveryState.AwaitingStaff) when over.FromTaskId == delivery.TaskId =>
                [new DeliveryEvent.HandedToStaff(over.TaskId, over.Reason)],
            (DeliveryCommand.ConfirmByStaff, DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped) => [],
            (DeliveryCommand.ConfirmByStaff staff, _) => [new DeliveryEvent.Sent(null, staff.At)],
            _ => [],
        };

    public static Delivery Evolve(Delivery delivery, DeliveryEvent happened) => happened switch
    {
        DeliveryEvent.SendingBegan began => delivery with
        {
            State = DeliveryState.Sending,
            Owner = began.Owner,
            SendingAt = began.At,
        },
        DeliveryEvent.Postponed postponed => delivery with
        {
            NotBefore = postponed.Until,
            PostponedAt = postponed.At,
        },
        DeliveryEvent.Skipped skipped => delivery with { State = DeliveryState.Skipped, Reason = skipped.Reason },
        DeliveryEvent.Sent sent => delivery with
        {
            State = DeliveryState.Sent,
            ChannelMessageId = sent.ChannelMessageId,
            SentAt = sent.At,
            JoinUrl = sent.JoinUrl,
        },
        DeliveryEvent.Failed failed => delivery with { State = DeliveryState.Failed, Reason = failed.Reason },
        DeliveryEvent.BecameUncertain => delivery with { State = DeliveryState.Uncertain },
        DeliveryEvent.HandedToStaff staff => delivery with
        {
            State = DeliveryState.AwaitingStaff,
            TaskId = staff.TaskId,
            Reason = staff.Reason,
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// True when the row may be deleted: the effect is over, was requested before <paramref name="horizon"/>, and is
    /// not permanent. The horizon lies before everything that may still repeat the request.
    /// </summary>
    public static bool IsForgettable(Delivery delivery, DateTimeOffset horizon) =>
        delivery is { IsPermanent: false, State: DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped }
        && delivery.QueuedAt < horizon;

    // An attempt of a fast clock would otherwise run until its wrong instant comes.
    static bool IsOverdue(Delivery delivery, DateTimeOffset now) =>
        now - delivery.SendingAt >= AttemptTimeout || delivery.SendingAt - now >= MaxClockError;
}
