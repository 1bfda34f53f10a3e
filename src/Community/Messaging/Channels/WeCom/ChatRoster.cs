namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// A read of a chat. <paramref name="Version"/> names the member list; null when the platform tells none.
/// </summary>
public sealed record ChatRoster(
    string ChatId, string? Version, string Name, string OwnerId, IReadOnlyList<ChatMember> Members);

/// <summary>
/// A person in a chat. <paramref name="State"/> is the text of the join way, <paramref name="CardName"/> the name that
/// the person has in this chat (群名片); each is null or empty without one.
/// </summary>
public sealed record ChatMember(
    string Id,
    bool IsStaff,
    string? UnionId,
    DateTimeOffset JoinedAt,
    string? State,
    string? InvitedBy,
    string? CardName,
    string? Name);

/// <summary>
/// The members whom callbacks name as arrived and as departed, with the latest instants that they tell. Members may
/// have gone since, or have come back.
/// </summary>
public sealed record NamedMembers(
    IReadOnlyDictionary<string, DateTimeOffset> Arrived, IReadOnlyDictionary<string, DateTimeOffset> Departed)
{
    /// <summary>No callback names anybody.</summary>
    public static NamedMembers None { get; } = From([]);

    public static NamedMembers From(params IEnumerable<WeComCallback> callbacks)
    {
        var (arrived, departed) = (NewInstants(), NewInstants());
        foreach (var callback in callbacks.OrderBy(callback => callback.CreatedAt))
        {
            if (callback is WeComCallback.MembersAdded added)
                foreach (var id in added.MemberIds) arrived[id] = added.CreatedAt;
            if (callback is WeComCallback.MembersRemoved removed)
                foreach (var id in removed.MemberIds) departed[id] = removed.CreatedAt;
        }

        return new NamedMembers(arrived, departed);
    }

    static Dictionary<string, DateTimeOffset> NewInstants() => new(StringComparer.Ordinal);
}
