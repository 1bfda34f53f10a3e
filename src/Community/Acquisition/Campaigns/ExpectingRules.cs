using Community.Groups.Members;

namespace Community.Acquisition.Campaigns;

/// <summary>Tells who came with a campaign and still expects something of its groups (仍有期待).</summary>
public static class ExpectingRules
{
    /// <summary>
    /// The members of one group who joined while the campaign ran and are still there, in order of their joins.
    /// </summary>
    public static IReadOnlyList<Member> FindNewcomers(Campaign campaign, IEnumerable<Member> members) =>
    [
        .. members
            .Where(member => member.IsPresent
                && member.JoinedAt >= campaign.OpensAt
                && member.JoinedAt < campaign.ClosesAt)
            .OrderBy(member => member.JoinedAt)
            .ThenBy(member => member.MemberId, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The newcomers who brought nobody. <paramref name="sharers"/> are the ids of members who brought somebody, whether
    /// they got a credit or not.
    /// </summary>
    public static IReadOnlyList<Member> Find(IEnumerable<Member> newcomers, IReadOnlySet<string> sharers) =>
        [.. newcomers.Where(member => !sharers.Contains(member.MemberId))];
}
