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
public sealed class InvitationCrediting(
    CampaignStore campaigns, InviteeStore invitees, StandingStore standings, FraudChecks fraudChecks, RewardFulfilment rewards, TargetInvitationService targets)
{
    /// <summary>A person came into a group that these campaigns concern, by this code where it leads somewhere.</summary>
    public async Task RecordJoinAsync(ChannelEvent.MemberJoined joined, IReadOnlyList<string> campaignIds, JoinCode? code, DurableTaskClient durable)
    {
        var concerned = await CountingCampaignsAsync(campaignIds, joined.Timestamp);
        foreach (var campaign in concerned.Where(campaign => campaign.Target?.GroupId == joined.GroupId))
            await targets.JoinAsync(campaign, joined.MemberId, joined.Timestamp, durable);
        var met = new Person(joined.MemberId, joined.Timestamp, joined.UnionId);
        await RecordAsync(durable, joined.MemberId, met, Filling(concerned, joined.GroupId), campaign =>
        {
            var codeOf = code?.CampaignId == campaign.Id ? code.Inviter : null;
            return new MembershipChange(joined.GroupId, joined.Timestamp, IsIn: true, campaign.InviterOf(joined.Timestamp, codeOf, joined.InvitedBy));
        });
    }

    /// <summary>A person went from a group that these campaigns concern.</summary>
    public async Task RecordLeaveAsync(ChannelEvent.MemberLeft left, IReadOnlyList<string> campaignIds, DurableTaskClient durable)
    {
        var concerned = await CountingCampaignsAsync(campaignIds, left.Timestamp);
        await RecordAsync(durable, left.MemberId, met: null, Filling(concerned, left.GroupId), _ => new MembershipChange(left.GroupId, left.Timestamp, IsIn: false));
    }

    /// <summary>Somebody decided on a doubtful credit; null when the person is nobody's invitee in this campaign.</summary>
    public async Task<(Standing After, IReadOnlyList<StandingEvent> Events)?> ReviewAsync(
        Campaign campaign, string inviteeId, Review review, DurableTaskClient durable)
    {
        if ((await invitees.FindAsync(campaign.Id, inviteeId))?.Invitation?.Inviter is not { } inviter) return null;
        var (after, events) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, inviteeId, new StandingCommand.DecideReview(review));
        await targets.EnsureStartedAsync(campaign, after, durable);
        return (await rewards.FulfilAsync(campaign, after), events);
    }

    /// <summary>Looks at somebody's books again: under edited terms, or to settle them.</summary>
    public async Task<Standing> ReconsiderAsync(Campaign campaign, string memberId, DateTimeOffset at, DurableTaskClient durable)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Reconsider(at));
        await targets.EnsureStartedAsync(campaign, after, durable);
        return await rewards.FulfilAsync(campaign, after);
    }

    async Task RecordAsync(DurableTaskClient durable, string memberId, Person? met, List<Campaign> filling, Func<Campaign, MembershipChange> move)
    {
        if (met is null && filling.Count == 0) return;
        foreach (var invitee in await invitees.RecordAsync(memberId, met, [.. filling.Select(campaign => (campaign, move(campaign)))]))
        {
            if (invitee.Inviters.Count == 0 || await campaigns.RecentAsync(invitee.CampaignId) is not { } campaign) continue;
            foreach (var inviter in invitee.Inviters) await ApplyClaimAsync(campaign, invitee, inviter, met, durable);
        }
    }

    async Task ApplyClaimAsync(Campaign campaign, Invitee invitee, string inviter, Person? met, DurableTaskClient durable)
    {
        var claim = invitee.ClaimOf(inviter);
        var finding = claim.State is ClaimState.None ? new FraudFinding([], null) : await fraudChecks.CheckAsync(invitee, inviter, met?.UnionId);
        var after = await DecideAsync(campaign, inviter, invitee.MemberId, new StandingCommand.ApplyClaim(claim, finding.Signals, claim.At));
        if (finding.Counterpart is { } other)
            await DecideAsync(campaign, invitee.MemberId, inviter, new StandingCommand.ApplyClaim(other.ClaimOf(invitee.MemberId), finding.Signals, claim.At));
        foreach (var one in Burst.Around(after.Latest, invitee.MemberId))
            after = await DecideAsync(campaign, inviter, one, new StandingCommand.Flag(FraudSignal.Burst, claim.At));
        await targets.EnsureStartedAsync(campaign, after, durable);
    }

    async Task<Standing> DecideAsync(Campaign campaign, string inviter, string invitee, StandingCommand command)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, invitee, command);
        return await rewards.FulfilAsync(campaign, after);
    }

    async Task<List<Campaign>> CountingCampaignsAsync(IReadOnlyList<string> campaignIds, DateTimeOffset at)
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
