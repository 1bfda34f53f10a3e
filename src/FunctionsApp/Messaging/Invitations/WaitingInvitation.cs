using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Invitations;

/// <summary>
/// An invitation of a member into a group that takes no members now. The text has <see cref="JoinUrlPlace"/> where the
/// join link goes. <paramref name="TaskId"/> is the staff task that reports the group; it ends with the wait.
/// </summary>
public sealed record WaitingInvitation(
    string Cause, string Step, string GroupId, string MemberId, string Text, string TaskId, DateTimeOffset Until)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "waiting-invitation";

    /// <summary>The place of the join link in the text.</summary>
    public const string JoinUrlPlace = "{joinUrl}";

    static readonly TimeSpan LookInterval = TimeSpan.FromHours(1);

    /// <summary>
    /// The end of the wait: four days after the begin of the day, in UTC. The invitations of one task wait until the
    /// same instant.
    /// </summary>
    public static DateTimeOffset EndOfWait(DateTimeOffset since) =>
        new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero).AddDays(4);

    /// <summary>The next look at the group, within an hour and at the latest at the end of the wait.</summary>
    public DateTimeOffset NextLook(DateTimeOffset now) => NextLook(now, Until);

    /// <summary>
    /// The next of the instants that lie whole hours before <paramref name="until"/>, so that a wait that is begun
    /// twice looks once.
    /// </summary>
    public static DateTimeOffset NextLook(DateTimeOffset now, DateTimeOffset until)
    {
        var left = Math.Ceiling((until - now) / LookInterval) - 1;
        return left < 0 ? until : until - (left * LookInterval);
    }

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
