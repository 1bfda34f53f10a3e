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

    /// <summary>The name of the group after the edit.</summary>
    public string NameOf(Group group) => Naming.Value?.ToName() ?? Name.Value ?? group.Name;

    /// <summary>The charter of the group after the edit.</summary>
    public Charter CharterOf(Group group) => Charter.Value?.ApplyTo(group.Charter) ?? group.Charter;

    /// <summary>The onboarding texts of the group after the edit.</summary>
    public GroupTexts TextsOf(Group group) =>
        Texts.IsPresent ? Texts.Value?.ApplyTo(group.Texts) ?? GroupTexts.Product : group.Texts;
}

/// <summary>One entry of a group's history; <paramref name="What"/> is Chinese.</summary>
public sealed record GroupChange(DateTimeOffset At, string By, string What);
