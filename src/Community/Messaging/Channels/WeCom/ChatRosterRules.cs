using Community.Groups.Members;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// What happened in a group according to a read of its chat: the events after which the stored members are those of the
/// chat. Staff are no members.
/// </summary>
public static class ChatRosterRules
{
    /// <summary>The name of a member of whom the platform tells none.</summary>
    public const string Unnamed = "群成员";

    const int MaxNameLength = 64;

    static readonly TimeSpan PlatformSecond = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The joins, leaves and card names that the stored members lack. The platform tells no instant of a leave: it is
    /// that of the callback which names the member, and otherwise <paramref name="now"/>. A customer whom a callback
    /// names as arrived, and who is gone before the read, was a member between the two.
    /// </summary>
    public static IReadOnlyList<ChannelEvent> Compare(
        string groupId, IReadOnlyList<Member> known, ChatRoster roster, NamedMembers named, DateTimeOffset now)
    {
        var members = known.ToDictionary(member => member.MemberId, StringComparer.Ordinal);
        var customers = roster.Members.Where(member => !member.IsStaff)
            .DistinctBy(member => member.Id, StringComparer.Ordinal)
            .ToDictionary(member => member.Id, StringComparer.Ordinal);
        return
        [
            .. known.Where(member => member.IsPresent && !customers.ContainsKey(member.MemberId))
                .Select(member => LeaveOf(groupId, member, named, now)),
            .. named.Arrived
                .Where(arrival => IsCustomer(arrival.Key))
                .Where(arrival => !members.ContainsKey(arrival.Key) && !customers.ContainsKey(arrival.Key))
                .SelectMany(arrival => PassageOf(groupId, arrival.Key, arrival.Value, named, now)),
            .. customers.Values.SelectMany(customer =>
                EventsOf(groupId, customer, members.GetValueOrDefault(customer.Id), customers, now)),
        ];
    }

    static IEnumerable<ChannelEvent> EventsOf(
        string groupId,
        ChatMember customer,
        Member? known,
        Dictionary<string, ChatMember> customers,
        DateTimeOffset now)
    {
        var joined = JoinOf(groupId, customer, known, customers);
        if (joined is not null) yield return joined;
        if (string.IsNullOrWhiteSpace(customer.CardName)) yield break;
        var name = Shorten(customer.CardName);
        var isKnown = joined is null && known is { HasCardName: true } && known.Name == name;
        var at = joined is null || joined.Timestamp < now ? now : joined.Timestamp;
        if (!isKnown) yield return new ChannelEvent.MemberRenamed(at, groupId, customer.Id, name);
    }

    static ChannelEvent.MemberJoined? JoinOf(
        string groupId, ChatMember customer, Member? known, Dictionary<string, ChatMember> customers)
    {
        if (known is { IsPresent: true } && known.JoinedAt >= customer.JoinedAt) return null;
        // A member who was taken for gone by mistake comes back after the leave.
        var at = known?.LeftAt is { } left && left >= customer.JoinedAt ? left + PlatformSecond : customer.JoinedAt;
        // Staff bring many people; an invitation counts for members only.
        var inviter = customer.InvitedBy is { } id && customers.ContainsKey(id) && id != customer.Id ? id : null;
        var name = string.IsNullOrWhiteSpace(customer.Name) ? Unnamed : Shorten(customer.Name);
        var state = string.IsNullOrEmpty(customer.State) ? null : customer.State;
        return new ChannelEvent.MemberJoined(at, groupId, customer.Id, name, state, inviter)
        {
            UnionId = string.IsNullOrEmpty(customer.UnionId) ? null : customer.UnionId,
        };
    }

    static ChannelEvent.MemberLeft LeaveOf(
        string groupId, Member member, NamedMembers named, DateTimeOffset now)
    {
        var at = LeftAt(member.MemberId, member.JoinedAt!.Value, named, now);
        return new ChannelEvent.MemberLeft(at, groupId, member.MemberId);
    }

    // A departure before the join belongs to an earlier stay, and the clock of the platform may be ahead.
    static DateTimeOffset LeftAt(string id, DateTimeOffset joinedAt, NamedMembers named, DateTimeOffset now)
    {
        if (named.Departed.TryGetValue(id, out var departed) && departed >= joinedAt) return departed;
        return now > joinedAt ? now : joinedAt;
    }

    static ChannelEvent[] PassageOf(
        string groupId, string id, DateTimeOffset at, NamedMembers named, DateTimeOffset now) =>
    [
        new ChannelEvent.MemberJoined(at, groupId, id, Unnamed, State: null, InvitedBy: null),
        new ChannelEvent.MemberLeft(LeftAt(id, at, named, now), groupId, id),
    ];

    // The ids of external contacts begin so; staff have ids of the corporation.
    static bool IsCustomer(string id) =>
        id.StartsWith("wm", StringComparison.Ordinal) || id.StartsWith("wo", StringComparison.Ordinal);

    static string Shorten(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length <= MaxNameLength) return trimmed;
        var length = char.IsHighSurrogate(trimmed[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength;
        return trimmed[..length];
    }
}
