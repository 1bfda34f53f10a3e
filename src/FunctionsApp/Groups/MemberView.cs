using Community.Groups.Members;

namespace FunctionsApp.Groups;

/// <summary>A member in HTTP responses.</summary>
public sealed record MemberView(
    string MemberId,
    string Name,
    string? Code,
    string? InvitedBy,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? LeftAt,
    bool CardName,
    IReadOnlyList<string> Interests)
{
    /// <summary>When the member was introduced to the group; null before.</summary>
    public DateTimeOffset? IntroducedAt { get; init; }

    public static MemberView From(Member member) => new(
        member.MemberId,
        member.Name,
        member.Code,
        member.InvitedBy,
        member.JoinedAt,
        member.IsPresent ? null : member.LeftAt,
        member.HasCardName,
        member.Interests)
    {
        IntroducedAt = member.IntroducedAt,
    };
}
