using Community.Groups;

namespace FunctionsApp.Groups;

/// <summary>A group in HTTP responses.</summary>
public sealed record GroupView(
    string Id,
    string Name,
    GroupKind Kind,
    int Capacity,
    GroupState State,
    int MemberCount,
    int Overflow,
    string? JoinUrl,
    Charter Charter,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DissolvedAt,
    string? Owner,
    IReadOnlyList<string> Tags,
    DateTimeOffset? OpenedAt,
    IReadOnlyList<GroupHold> Holds)
{
    /// <summary>
    /// The id of the chat on the platform; null before the group is bound, and on platforms that use the ids of groups.
    /// </summary>
    public string? ChannelGroupId { get; init; }

    public static GroupView From(Group group) => new(
        group.Id,
        group.Name,
        group.Kind,
        group.Capacity,
        group.State,
        group.MemberCount,
        group.Overflow,
        group.JoinUrl,
        group.Charter,
        group.CreatedAt,
        group.DissolvedAt,
        group.Owner,
        group.Tags,
        group.OpenedAt,
        group.Holds)
    {
        ChannelGroupId = group.ChannelGroupId,
    };
}
