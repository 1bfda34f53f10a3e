using System.Diagnostics;

namespace Community.Messaging.Deliveries;

/// <summary>What is done with a delivery.</summary>
public abstract record DeliveryCommand
{
    DeliveryCommand()
    {
    }

    /// <summary>The attempt <paramref name="Owner"/> wants to ask the channel.</summary>
    public sealed record Begin(string Owner, DateTimeOffset At) : DeliveryCommand;

    /// <summary>The channel's limits allow it only later; <c>Missed</c> is the place it had before and did not use (null: it had none).</summary>
    public sealed record Postpone(DateTimeOffset Until, DateTimeOffset? Missed = null) : DeliveryCommand;

    /// <summary>Nobody wants it any more.</summary>
    public sealed record Skip(string Reason) : DeliveryCommand;

    /// <summary>The channel took it; <c>JoinUrl</c> where the effect was a way into a group.</summary>
    public sealed record Accept(string Owner, string ChannelMessageId, DateTimeOffset At) : DeliveryCommand
    {
        /// <summary>The way in.</summary>
        public string? JoinUrl { get; init; }
    }

    /// <summary>The channel said no, and nothing was sent.</summary>
    public sealed record Refuse(string Owner, string Reason) : DeliveryCommand;

    /// <summary>The channel's answer never came.</summary>
    public sealed record LoseAnswer(string Owner) : DeliveryCommand;

    /// <summary>A staff task carries it from here: the channel needs a person to send or to confirm, or its limits leave no other way.</summary>
    public sealed record HandToStaff(string TaskId, string? Reason = null) : DeliveryCommand;

    /// <summary>The staff task is done; believed even before the ledger says that a person has it, for the task is opened first.</summary>
    public sealed record ConfirmByStaff(DateTimeOffset At) : DeliveryCommand;
}

/// <summary>What became of a delivery.</summary>
public abstract record DeliveryEvent
{
    DeliveryEvent()
    {
    }

    /// <summary>The channel is about to be asked.</summary>
    public sealed record SendingBegan(string Owner, DateTimeOffset At) : DeliveryEvent;

    /// <summary>Not before this instant.</summary>
    public sealed record Postponed(DateTimeOffset Until) : DeliveryEvent;

    /// <summary>Given up before it was tried.</summary>
    public sealed record Skipped(string Reason) : DeliveryEvent;

    /// <summary>It is out; no message id where a person sent it.</summary>
    public sealed record Sent(string? ChannelMessageId, DateTimeOffset At) : DeliveryEvent
    {
        /// <summary>The way in that the effect made.</summary>
        public string? JoinUrl { get; init; }
    }

    /// <summary>The channel refused it.</summary>
    public sealed record Failed(string Reason) : DeliveryEvent;

    /// <summary>It may have been sent.</summary>
    public sealed record BecameUncertain : DeliveryEvent;

    /// <summary>A person has it.</summary>
    public sealed record HandedToStaff(string TaskId, string? Reason = null) : DeliveryEvent;
}

/// <summary>
/// The life of a delivery. Whoever finds it in <see cref="DeliveryState.Sending"/> after the attempt has had <see cref="Patience"/> to
/// finish knows only that it may have been sent, and so it becomes uncertain; it is never sent twice.
/// </summary>
public static class DeliveryRules
{
    /// <summary>How long an attempt may take: far above the 30 s after which a channel call is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The events that the command causes; none for a repeat, before <see cref="Delivery.NotBefore"/>, or while an attempt may still finish.</summary>
    public static IReadOnlyList<DeliveryEvent> Decide(DeliveryCommand command, Delivery delivery) => (command, delivery.State) switch
    {
        (DeliveryCommand.Begin begin, DeliveryState.Queued) when begin.At < delivery.NotBefore => [],
        (DeliveryCommand.Begin begin, DeliveryState.Queued) => [new DeliveryEvent.SendingBegan(begin.Owner, begin.At)],
        (DeliveryCommand.Begin begin, DeliveryState.Sending) when begin.At - delivery.SendingAt >= Patience => [new DeliveryEvent.BecameUncertain()],
        (DeliveryCommand.Postpone postpone, DeliveryState.Queued) when delivery.NotBefore == postpone.Missed => [new DeliveryEvent.Postponed(postpone.Until)],
        (DeliveryCommand.Skip skip, DeliveryState.Queued or DeliveryState.AwaitingStaff or DeliveryState.Uncertain) => [new DeliveryEvent.Skipped(skip.Reason)],
        (DeliveryCommand.Accept accept, DeliveryState.Sending) when accept.Owner == delivery.Owner =>
            [new DeliveryEvent.Sent(accept.ChannelMessageId, accept.At) { JoinUrl = accept.JoinUrl }],
        (DeliveryCommand.Refuse refuse, DeliveryState.Sending) when refuse.Owner == delivery.Owner => [new DeliveryEvent.Failed(refuse.Reason)],
        (DeliveryCommand.LoseAnswer lose, DeliveryState.Sending) when lose.Owner == delivery.Owner => [new DeliveryEvent.BecameUncertain()],
        (DeliveryCommand.HandToStaff hand, DeliveryState.Queued or DeliveryState.Sending) => [new DeliveryEvent.HandedToStaff(hand.TaskId, hand.Reason)],
        (DeliveryCommand.ConfirmByStaff staff, not (DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped)) => [new DeliveryEvent.Sent(null, staff.At)],
        _ => [],
    };

    /// <summary>The delivery after the event.</summary>
    public static Delivery Evolve(Delivery delivery, DeliveryEvent happened) => happened switch
    {
        DeliveryEvent.SendingBegan began => delivery with { State = DeliveryState.Sending, Owner = began.Owner, SendingAt = began.At },
        DeliveryEvent.Postponed postponed => delivery with { NotBefore = postponed.Until },
        DeliveryEvent.Skipped skipped => delivery with { State = DeliveryState.Skipped, Reason = skipped.Reason },
        DeliveryEvent.Sent sent => delivery with { State = DeliveryState.Sent, ChannelMessageId = sent.ChannelMessageId, SentAt = sent.At, JoinUrl = sent.JoinUrl },
        DeliveryEvent.Failed failed => delivery with { State = DeliveryState.Failed, Reason = failed.Reason },
        DeliveryEvent.BecameUncertain => delivery with { State = DeliveryState.Uncertain },
        DeliveryEvent.HandedToStaff staff => delivery with { State = DeliveryState.AwaitingStaff, TaskId = staff.TaskId, Reason = staff.Reason },
        _ => throw new UnreachableException(),
    };
}
