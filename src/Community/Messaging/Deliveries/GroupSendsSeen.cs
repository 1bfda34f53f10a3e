using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>
/// The group sends of a period that a group got and that no delivery of the period has, as the platform tells of them:
/// those of staff and of other apps, and those of the app that were confirmed in a later period than they were made in.
/// </summary>
public sealed record GroupSendsSeen(DateOnly First, IReadOnlyList<string> MessageIds)
{
    public static GroupSendsSeen None { get; } = new(DateOnly.MinValue, []);

    public int CountIn(GroupSendPeriod period) => First == period.First ? MessageIds.Count : 0;

    /// <summary>
    /// The same with a message that was sent in the period; one that is known, or older, changes nothing.
    /// </summary>
    public GroupSendsSeen Add(GroupSendPeriod period, string messageId)
    {
        if (period.First < First) return this;
        if (period.First > First) return new GroupSendsSeen(period.First, [messageId]);
        return MessageIds.Contains(messageId, StringComparer.Ordinal)
            ? this
            : this with { MessageIds = [.. MessageIds, messageId] };
    }
}
