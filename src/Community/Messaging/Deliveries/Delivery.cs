using System.Text.Json.Serialization;
using Community.Messaging.Channels;
using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary><see cref="Sent"/>, <see cref="Failed"/> and <see cref="Skipped"/> are final.</summary>
public enum DeliveryState
{
    Queued,

    /// <summary>The channel is called; stored before the call.</summary>
    Sending,

    Sent,

    AwaitingStaff,

    /// <summary>It may have been sent. A person checks; the app does not send it again.</summary>
    Uncertain,

    Failed,

    Skipped,
}

public enum DeliveryPriority
{
    /// <summary>Conversion and flash-sale messages.</summary>
    Sale,

    /// <summary>Onboarding and everything without a priority of its own.</summary>
    Ordinary,

    /// <summary>Content pushes.</summary>
    Push,
}

/// <summary>
/// A requested effect. <paramref name="Cause"/> is the id of the orchestration or command, <paramref name="Step"/> its
/// step, <paramref name="MemberId"/> the member concerned, null for the whole group.
/// </summary>
public sealed record NewDelivery(
    string Cause,
    string Step,
    string GroupId,
    string? MemberId,
    ChannelAction Action,
    DeliveryPriority Priority,
    string Text,
    DateTimeOffset At)
{
    /// <summary>
    /// True for an effect that its cause may request again at any time, such as the one invitation of a buyer. Its row
    /// is kept.
    /// </summary>
    public bool IsPermanent { get; init; }

    /// <summary>
    /// The members whom a message to the group concerns when they are several; <see cref="MemberId"/> is then null.
    /// </summary>
    public IReadOnlyList<string>? MemberIds { get; init; }

    /// <summary>
    /// What the message carries beside its text, at most <see cref="Attachment.MaxCount"/>; null for none.
    /// </summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>
    /// The local time from which a push may take the group send of the day; null for other priorities.
    /// </summary>
    public TimeOnly? GroupSendCutoff { get; init; }

    /// <summary>
    /// The staff task that lists the delivery with others, so that a person who sends it gets no task of its own. Null
    /// for a task of its own.
    /// </summary>
    public string? StaffTaskId { get; init; }

    /// <summary>The crisis whose statement it is, whose hold it passes; null for every other effect.</summary>
    public string? CrisisId { get; init; }

    public string Key => EffectKey.From(Cause, Step, MemberId ?? GroupId);
}

/// <summary>One row of the ledger (送达). <paramref name="Owner"/> is the attempt that is sending.</summary>
public sealed record Delivery(
    string Key,
    string Cause,
    string Step,
    string GroupId,
    string? MemberId,
    ChannelAction Action,
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
    /// <summary>The join link that the effect made; null for other effects.</summary>
    public string? JoinUrl { get; init; }

    /// <inheritdoc cref="NewDelivery.IsPermanent"/>
    public bool IsPermanent { get; init; }

    /// <inheritdoc cref="NewDelivery.MemberIds"/>
    public IReadOnlyList<string>? MemberIds { get; init; }

    /// <inheritdoc cref="NewDelivery.Attachments"/>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <inheritdoc cref="NewDelivery.GroupSendCutoff"/>
    public TimeOnly? GroupSendCutoff { get; init; }

    /// <inheritdoc cref="NewDelivery.StaffTaskId"/>
    public string? StaffTaskId { get; init; }

    /// <inheritdoc cref="NewDelivery.CrisisId"/>
    public string? CrisisId { get; init; }

    /// <summary>The instant at which <see cref="NotBefore"/> was decided.</summary>
    public DateTimeOffset? PostponedAt { get; init; }

    public bool IsMessage => Action is ChannelAction.SendToGroup or ChannelAction.SendToMember;

    /// <summary>The one member whom the delivery concerns; null for the whole group and for several.</summary>
    [JsonIgnore]
    public string? OnlyMemberId => MemberId ?? (MemberIds is [var only] ? only : null);

    /// <summary>
    /// True for a message that a person sends without a group send: the channel was not called, or its reason says why
    /// it prepared nothing.
    /// </summary>
    [JsonIgnore]
    public bool IsByHand => SendingAt is null
        || (Reason is not null && State is DeliveryState.AwaitingStaff or DeliveryState.Sent);

    /// <summary>The instant of the next attempt; null when the effect is over or waits for a person.</summary>
    public DateTimeOffset? CheckAgainAt => State switch
    {
        DeliveryState.Queued => NotBefore,
        DeliveryState.Sending => SendingAt + DeliveryRules.AttemptTimeout,
        _ => null,
    };

    public static Delivery From(NewDelivery request) => new(
        request.Key,
        request.Cause,
        request.Step,
        request.GroupId,
        request.MemberId,
        request.Action,
        request.Priority,
        request.Text,
        DeliveryState.Queued,
        request.At)
    {
        IsPermanent = request.IsPermanent,
        MemberIds = request.MemberIds,
        Attachments = request.Attachments,
        GroupSendCutoff = request.GroupSendCutoff,
        StaffTaskId = request.StaffTaskId,
        CrisisId = request.CrisisId,
    };
}
