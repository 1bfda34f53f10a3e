using Community.Messaging;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>
/// An invitation of a member into a group that takes no members now. The text has <see cref="JoinUrlPlace"/> where the
/// join link goes. <paramref name="TaskId"/> is the staff task that reports the group; it ends with the wait.
/// </summary>
public sealed record WaitingInvitation(
    string Cause, string Step, string GroupId, string MemberId, string Text, string TaskId, DateTimeOffset Until)
{
    /// <summary>The place of the join link in the text.</summary>
    public const string JoinUrlPlace = "{joinUrl}";

    /// <summary>How long an invitation waits for a place.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromDays(4);

    /// <summary>Starts the wait, once for each task.</summary>
    public DurableAction.Start Start() => new(
        nameof(WaitingInvitationOrchestrator),
        MessagingInstanceIds.WaitingInvitation(EffectKey.From(Cause, Step, MemberId), TaskId),
        this);

    /// <summary>The delivery into a group with this join link.</summary>
    public NewDelivery ToDelivery(string joinUrl, DateTimeOffset at) => new(
        Cause,
        Step,
        GroupId,
        MemberId,
        ChannelAction.SendToMember,
        DeliveryPriority.Ordinary,
        Text.Replace(JoinUrlPlace, joinUrl, StringComparison.Ordinal),
        at)
    {
        IsPermanent = true,
    };
}
