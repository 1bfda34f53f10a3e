namespace Community.Groups.Members;

/// <summary>
/// A person in one group. <paramref name="JoinedAt"/> and <paramref name="LeftAt"/> are the latest instants the channel told of each,
/// in whatever order it told them; <paramref name="Code"/> and <paramref name="InvitedBy"/> belong to the latest join.
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
    /// <summary>Interests read from the member's introduction, as the vocabulary spells them.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>In the group now. A join and a leave of the same instant mean gone: the platform sends a leave last.</summary>
    public bool IsPresent => JoinedAt is { } joined && !(LeftAt >= joined);

    /// <summary>Has set a group card name (群名片) in this stay; that of an earlier one is gone with it.</summary>
    public bool HasCardName => RenamedAt is { } renamed && !(renamed < JoinedAt);

    /// <summary>Has introduced themselves.</summary>
    public bool IsIntroduced => IntroducedAt is not null;
}
