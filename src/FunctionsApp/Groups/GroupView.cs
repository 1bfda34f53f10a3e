using Community.Groups;

namespace FunctionsApp.Groups;

/// <summary>A group as the API shows one.</summary>
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
    DateTimeOffset? DissolvedAt)
{
    /// <summary>The view of a group.</summary>
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
        group.DissolvedAt);
}
