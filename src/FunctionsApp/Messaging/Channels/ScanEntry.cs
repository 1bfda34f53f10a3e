using Community.Groups;
using Community.Messaging.Channels.WeCom;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// Which groups people may enter by scan. <paramref name="limit"/> is the number of members at which the platform ends
/// that, though the group has more places; null where it does not.
/// </summary>
public sealed class ScanEntry(int? limit)
{
    /// <summary>True while a person may enter the group by scan.</summary>
    public bool IsOpen(Group group) => limit is { } members
        ? ScanEntryRules.TakesScans(new(group.Id, group.MemberCount, group.Capacity, group.TakesMembers), members)
        : group.TakesMembers;

    /// <summary>True when the group takes members, and no longer those who scan.</summary>
    public bool IsOver(Group group) => group.TakesMembers && !IsOpen(group);
}
