using Community.Acquisition.Standings;
using Community.Groups.Members;
using Community.Insights.Cohorts;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Trade.Buyers;

namespace FunctionsApp.Insights.Cohorts;

/// <summary>The members of a group with their orders and invitations; not all when there are too many.</summary>
public sealed record CohortMembers(IReadOnlyList<CohortMember> Members, bool IsCut);

/// <summary>
/// Reads what cohorts are made of, with one request for the orders of each member, and for who ordered one for their
/// campaigns and one for their invitees in each.
/// </summary>
public sealed class CohortReader(
    GroupStore groups, PurchaseStore purchases, ParticipationStore participations, StandingStore standings)
{
    /// <summary>The most members of a group that are read, in order of id.</summary>
    public const int MaxMembers = 1000;

    /// <summary>The most orders of a member, campaigns of a member and invitees in a campaign.</summary>
    public const int MaxOfMember = 100;

    const int MembersAtOnce = 16;

    public async Task<CohortMembers> ReadAsync(string groupId)
    {
        var page = await groups.MembersAsync(groupId, MaxMembers, continuation: null);
        var joined = page.Items.Where(member => member.JoinedAt is not null).ToList();
        var invited = joined
            .Where(member => member.InvitedBy is not null)
            .ToLookup(member => member.InvitedBy!, member => member.JoinedAt!.Value, StringComparer.Ordinal);
        List<CohortMember> members = [];
        foreach (var some in joined.Chunk(MembersAtOnce))
            members.AddRange(await Task.WhenAll(some.Select(member => ReadAsync(member, invited[member.MemberId]))));
        return new CohortMembers(members, page.Continuation is not null);
    }

    async Task<CohortMember> ReadAsync(Member member, IEnumerable<DateTimeOffset> invited)
    {
        var orders = (await purchases.FindOrdersAsync(member.MemberId, MaxOfMember))
            .Where(order => order.Counts)
            .Select(order => new CohortOrder(order.At, order.AmountMinor, order.Currency))
            .ToList();
        // A member without an order is in no cohort.
        IReadOnlyList<DateTimeOffset> referrals = orders.Count == 0
            ? []
            : [.. invited, .. await CreditsAsync(member.MemberId)];
        return new CohortMember(member.MemberId, orders, referrals);
    }

    async Task<IReadOnlyList<DateTimeOffset>> CreditsAsync(string memberId)
    {
        var campaigns = await participations.PageAsync(memberId, MaxOfMember, continuation: null);
        List<DateTimeOffset> joins = [];
        foreach (var campaign in campaigns.Items)
        {
            var credits = await standings.CreditsAsync(campaign, memberId, MaxOfMember, continuation: null);
            joins.AddRange(credits.Items
                .Where(credit => credit.State is CreditState.Credited)
                .Select(credit => credit.Claim.At));
        }

        return joins;
    }
}
