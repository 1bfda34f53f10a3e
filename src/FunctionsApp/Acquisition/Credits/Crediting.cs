using Community.Acquisition.Campaigns;
using Community.Acquisition.Invitees;
using Community.Acquisition.Posters;
using Community.Acquisition.Standings;
using Community.Messaging.Channels;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Acquisition.Targets;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Credits;

/// <summary>
/// What a coming or going means for those who invite (邀请有效). First the person's own row, which settles whose invitee they are; then, from it,
/// the books of every inviter concerned. Both look at what stands, so that this may end anywhere and be repeated.
/// </summary>
public sealed class Crediting(
    CampaignStore campaigns, InviteeStore invitees, StandingStore standings, Doubts doubts, RewardDesk rewards, TargetInvitations targets)
{
    /// <summary>A person came into a group that these campaigns concern, by this code where it leads somewhere.</summary>
    public async Task ArriveAsync(ChannelEvent.MemberJoined joined, IReadOnlyList<string> campaignIds, JoinCode? code, DurableTaskClient sequences)
    {
        var concerned = await ConcernedAsync(campaignIds, joined.Timestamp);
        foreach (var campaign in concerned.Where(campaign => campaign.Target?.GroupId == joined.GroupId))
            await targets.JoinAsync(campaign, joined.MemberId, joined.Timestamp, sequences);
        var met = new Person(joined.MemberId, joined.Timestamp, joined.UnionId);
        await HearAsync(sequences, joined.MemberId, met, Filling(concerned, joined.GroupId), campaign =>
        {
            var codeOf = code?.CampaignId == campaign.Id ? code.Inviter : null;
            return new Move(joined.GroupId, joined.Timestamp, IsIn: true, campaign.InviterOf(joined.Timestamp, codeOf, joined.InvitedBy));
        });
    }

    /// <summary>A person went from a group that these campaigns concern.</summary>
    public async Task DepartAsync(ChannelEvent.MemberLeft left, IReadOnlyList<string> campaignIds, DurableTaskClient sequences)
    {
        var concerned = await ConcernedAsync(campaignIds, left.Timestamp);
        await HearAsync(sequences, left.MemberId, met: null, Filling(concerned, left.GroupId), _ => new Move(left.GroupId, left.Timestamp, IsIn: false));
    }

    /// <summary>Somebody decided on a doubtful credit; null when the person is nobody's invitee in this campaign.</summary>
    public async Task<(Standing After, IReadOnlyList<StandingEvent> Events)?> ReviewAsync(
        Campaign campaign, string inviteeId, Review review, DurableTaskClient sequences)
    {
        if ((await invitees.FindAsync(campaign.Id, inviteeId))?.Invitation?.Inviter is not { } inviter) return null;
        var (after, events) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, inviteeId, new StandingCommand.Decide(review));
        await targets.EnsureStartedAsync(campaign, after, sequences);
        return (await rewards.SettleAsync(campaign, after), events);
    }

    /// <summary>Looks at somebody's books again: under edited terms, or to settle them.</summary>
    public async Task<Standing> ReconsiderAsync(Campaign campaign, string memberId, DateTimeOffset at, DurableTaskClient sequences)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Reconsider(at));
        await targets.EnsureStartedAsync(campaign, after, sequences);
        return await rewards.SettleAsync(campaign, after);
    }

    async Task HearAsync(DurableTaskClient sequences, string memberId, Person? met, List<Campaign> filling, Func<Campaign, Move> move)
    {
        if (met is null && filling.Count == 0) return;
        foreach (var invitee in await invitees.HearAsync(memberId, met, [.. filling.Select(campaign => (campaign, move(campaign)))]))
        {
            if (invitee.Inviters.Count == 0 || await campaigns.RecentAsync(invitee.CampaignId) is not { } campaign) continue;
            foreach (var inviter in invitee.Inviters) await TellAsync(campaign, invitee, inviter, met, sequences);
        }
    }

    async Task TellAsync(Campaign campaign, Invitee invitee, string inviter, Person? met, DurableTaskClient sequences)
    {
        var claim = invitee.ClaimOf(inviter);
        var doubt = claim.State is ClaimState.None ? new Doubt([], null) : await doubts.AboutAsync(invitee, inviter, met?.UnionId);
        var after = await PutAsync(campaign, inviter, invitee.MemberId, new StandingCommand.Take(claim, doubt.Signals, claim.At));
        if (doubt.Counterpart is { } other)
            await PutAsync(campaign, invitee.MemberId, inviter, new StandingCommand.Take(other.ClaimOf(invitee.MemberId), doubt.Signals, claim.At));
        foreach (var one in Burst.Around(after.Latest, invitee.MemberId))
            after = await PutAsync(campaign, inviter, one, new StandingCommand.Flag(FraudSignal.Burst, claim.At));
        await targets.EnsureStartedAsync(campaign, after, sequences);
    }

    async Task<Standing> PutAsync(Campaign campaign, string inviter, string invitee, StandingCommand command)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, invitee, command);
        return await rewards.SettleAsync(campaign, after);
    }

    async Task<List<Campaign>> ConcernedAsync(IReadOnlyList<string> campaignIds, DateTimeOffset at)
    {
        List<Campaign> concerned = [];
        foreach (var id in campaignIds)
        {
            if (await campaigns.RecentAsync(id) is { } campaign && campaign.Counts(at)) concerned.Add(campaign);
        }

        return concerned;
    }

    static List<Campaign> Filling(List<Campaign> concerned, string groupId) => [.. concerned.Where(campaign => campaign.GroupIds.Contains(groupId))];
}
