using Community.Messaging.Channels;
using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>Where a message stands. Only <see cref="Sent"/>, <see cref="Failed"/> and <see cref="Skipped"/> are ends.</summary>
public enum DeliveryState
{
    /// <summary>In the ledger; the channel has not been asked.</summary>
    Queued,

    /// <summary>The channel is being asked; written before the call.</summary>
    Sending,

    /// <summary>The channel took it, or a person says they sent it.</summary>
    Sent,

    /// <summary>A staff task asks a person to send or confirm it.</summary>
    AwaitingStaff,

    /// <summary>May or may not have been sent; a person looks and decides. It is never sent again by itself.</summary>
    Uncertain,

    /// <summary>The channel refused it.</summary>
    Failed,

    /// <summary>No longer wanted, with the reason.</summary>
    Skipped,
}

/// <summary>The order in which messages get what a channel's limits allow: those of a sale never wait behind a welcome.</summary>
public enum DeliveryPriority
{
    /// <summary>Conversion and flash-sale messages.</summary>
    Sale,

    /// <summary>Everything else.</summary>
    Ordinary,
}

/// <summary>
/// A message that is wanted: <paramref name="Cause"/> and <paramref name="Step"/> name why, <paramref name="To"/> is the channel action that
/// carries it, <paramref name="MemberId"/> whom it addresses (and, for <see cref="ChannelAction.SendToMember"/>, who receives it).
/// </summary>
public sealed record NewDelivery(
    string Cause,
    string Step,
    string GroupId,
    string? MemberId,
    ChannelAction To,
    DeliveryPriority Priority,
    string Text,
    DateTimeOffset At)
{
    /// <summary>The name of the effect: cause, step and target; one message a name, whatever is repeated.</summary>
    public string Key => EffectKey.From(Cause, Step, MemberId ?? GroupId);
}

/// <summary>One row of the ledger (送达). <paramref name="Owner"/> names the attempt that is sending.</summary>
public sealed record Delivery(
    string Key,
    string Cause,
    string Step,
    string GroupId,
    string? MemberId,
    ChannelAction To,
    DeliveryPriority Priority,
    string Text,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    DateTimeOffset? NotBefore = null,
    DateTimeOffset? SendingAt = null,
    string? Owner = null,
    DateTimeOffset? SentAt = null,
    string? ChannelMessageId = null,
    string? TaskId = null,
    string? Reason = null)
{
    /// <summary>The way into the group, where the effect was to make one.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>True for words that are said, false for an action such as dissolving a group.</summary>
    public bool IsMessage => To is ChannelAction.SendToGroup or ChannelAction.SendToMember;

    /// <summary>When to look again at an effect that nothing else will bring on; null when it is over or with a person.</summary>
    public DateTimeOffset? CheckAgainAt => State switch
    {
        DeliveryState.Queued => NotBefore,
        DeliveryState.Sending => SendingAt + DeliveryRules.Patience,
        _ => null,
    };

    /// <summary>The row as it enters the ledger.</summary>
    public static Delivery From(NewDelivery request) => new(
        request.Key,
        request.Cause,
        request.Step,
        request.GroupId,
        request.MemberId,
        request.To,
        request.Priority,
        request.Text,
        DeliveryState.Queued,
        request.At);
}
