namespace Community.Groups.Members;

/// <summary>
/// A person in one group. <paramref name="JoinedAt"/> and <paramref name="LeftAt"/> are the latest reported instants;
/// <paramref name="Code"/> and <paramref name="InvitedBy"/> belong to the latest join.
/// </summary>
public sealed record Member(
    string GroupId,
    string MemberId,
    string Name = "",
    string? Code = null,
    string? InvitedBy = null,
    DateTimeOffset? JoinedAt = null,
    DateTimeOffset? LeftAt = null,
    DateTimeOffset? RenamedAt = null,
    DateTimeOffset? IntroducedAt = null)
{
    public IReadOnlyList<string> Interests { get; init; } = [];

    // A leave of the instant of the join counts as later, because the platform sends the leave last.
    public bool IsPresent => JoinedAt is { } joined && !(LeftAt >= joined);

    /// <summary>True when the member has set a card name (群名片) during this stay.</summary>
    public bool HasCardName => RenamedAt is { } renamed && !(renamed < JoinedAt);

    public bool IsIntroduced => IntroducedAt is not null;
}
