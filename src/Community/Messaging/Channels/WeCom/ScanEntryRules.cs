namespace Community.Messaging.Channels.WeCom;

/// <summary>A group behind a join code.</summary>
public sealed record ScanEntryGroup(string GroupId, int MemberCount, int Capacity, bool TakesMembers);

/// <summary>
/// Whether a group takes the people who scan. Entry by scan ends earlier than a group is full; the rest come by
/// invitation.
/// </summary>
public static class ScanEntryRules
{
    /// <summary>The members at which entry by scan ends, where nothing else is set.</summary>
    public const int DefaultLimit = 200;

    /// <summary>The most members of a customer group.</summary>
    public const int MaxLimit = 500;

    /// <summary>True while a person may enter the group by scan.</summary>
    public static bool TakesScans(ScanEntryGroup group, int limit) =>
        group.TakesMembers && group.MemberCount < Math.Min(limit, Math.Min(group.Capacity, MaxLimit));
}
