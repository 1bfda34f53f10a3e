namespace FunctionsApp.Acquisition.Invitees;

/// <summary>
/// A person whom the brand knows, in all campaigns. <paramref name="UnionId"/> is the same for all identities of the
/// person on the platform; null when the channel does not report it.
/// </summary>
public sealed record Person(string MemberId, DateTimeOffset KnownSince, string? UnionId)
{
    /// <summary>The name at the latest join to any group; null when none was reported.</summary>
    public string? Name { get; init; }

    /// <summary>The instant of that join.</summary>
    public DateTimeOffset? NamedAt { get; init; }

    /// <summary>The person after another join, in any order of arrival.</summary>
    public Person Merge(Person join) => (IsNamedBy(join) ? join : this) with
    {
        KnownSince = join.KnownSince < KnownSince ? join.KnownSince : KnownSince,
        UnionId = join.UnionId ?? UnionId,
    };

    // Channels report whole seconds; between equal instants the ordinally greater name counts.
    bool IsNamedBy(Person join) =>
        NamedAt is null
        || join.NamedAt > NamedAt
        || (join.NamedAt == NamedAt && string.CompareOrdinal(join.Name, Name) > 0);
}

/// <summary>A join of a person to a group.</summary>
public sealed record PersonJoin(Person Person, string GroupId);
