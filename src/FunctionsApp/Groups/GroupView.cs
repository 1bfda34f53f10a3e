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

    /// <summary>What the name is made from; null for a name that was chosen freely.</summary>
    public GroupNaming? Naming { get; init; }

    /// <summary>The group's own onboarding texts; null for those of the product.</summary>
    public required GroupTexts Texts { get; init; }

    /// <summary>What the group does without; see <see cref="CharterWarnings"/>.</summary>
    public required IReadOnlyList<CharterWarning> Warnings { get; init; }

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
        Naming = group.Naming,
        Texts = group.Texts,
        Warnings = CharterWarnings.Of(group),
    };
}
