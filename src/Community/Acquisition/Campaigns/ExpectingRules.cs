using Community.Groups.Members;

namespace Community.Acquisition.Campaigns;

/// <summary>Tells who came with a campaign and still expects something of its groups (仍有期待).</summary>
public static class ExpectingRules
{
    /// <summary>
    /// The members of one group who joined while the campaign ran, are still there and brought nobody, in order of
    /// their joins. <paramref name="sharers"/> are the ids of members who brought somebody, whether they got a credit or not.
    /// </summary>
    public static IReadOnlyList<Member> Find(
        Campaign campaign, IEnumerable<Member> members, IReadOnlySet<string> sharers) =>
    [
        .. members
            .Where(member => member.IsPresent
                && member.JoinedAt >= campaign.OpensAt
                && member.JoinedAt < campaign.ClosesAt
                && !sharers.Contains(member.MemberId))
            .OrderBy(member => member.JoinedAt)
            .ThenBy(member => member.MemberId, StringComparer.Ordinal),
    ];
}
