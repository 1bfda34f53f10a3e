using Community.Platform;

namespace Community.Groups;

public sealed record GroupEdit(
    Optional<string?> Name = default,
    Optional<int?> Capacity = default,
    Optional<string?> JoinUrl = default,
    Optional<string?> Owner = default,
    Optional<IReadOnlyList<string>?> Tags = default)
{
    /// <summary>Names the group after its parts, in place of <see cref="Name"/>.</summary>
    public Optional<GroupNaming?> Naming { get; init; }

    public Optional<CharterEdit?> Charter { get; init; }

    /// <summary>Null brings the product's texts back.</summary>
    public Optional<GroupTextsEdit?> Texts { get; init; }
}

/// <summary>One entry of a group's history; <paramref name="What"/> is Chinese.</summary>
public sealed record GroupChange(DateTimeOffset At, string By, string What);
