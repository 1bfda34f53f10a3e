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
using FunctionsApp.Platform.Durable;

namespace FunctionsApp.Acquisition.Credits;

/// <summary>The standing after a review, the events of the review and the actions that it causes.</summary>
public sealed record ReviewResult(Standing After, IReadOnlyList<StandingEvent> Events, IReadOnlyList<DurableAction> Actions);

/// <summary>
/// Credits inviters for joins and leaves (邀请有效). The person's own row is written first and decides whose invitee the person is; the
/// standings of the inviters follow from that row. Each step reads the stored state, so the whole can be repeated after a failure.
/// </summary>
public sealed class InvitationCrediting(
    CampaignStore campaigns,
    InviteeStore invitees,
    StandingStore standings,
    FraudChecks fraudChecks,
    RewardFulfilment rewards,
    TargetInvitationService targets)
{
    /// <summary>A person joined a group of these campaigns, by this code where it is one of a campaign.</summary>
    public async Task<IReadOnlyList<DurableAction>> RecordJoinAsync(
        ChannelEvent.MemberJoined joined, IReadOnlyList<string> campaignIds, JoinCode? code)
    {
        List<DurableAction> actions = [];
        var counting = await CountingCampaignsAsync(campaignIds, joined.Timestamp);
        foreach (var campaign in counting.Where(campaign => campaign.Target?.GroupId == joined.GroupId))
            actions.AddRange(await targets.JoinAsync(campaign, joined.MemberId, joined.Timestamp));
        var person = new Person(joined.MemberId, joined.Timestamp, joined.UnionId);
        actions.AddRange(await RecordAsync(joined.MemberId, person, Filling(counting, joined.GroupId), campaign =>
        {
            var inviterOfCode = code?.CampaignId == campaign.Id ? code.Inviter : null;
            var inviter = campaign.InviterOf(joined.Timestamp, inviterOfCode, joined.InvitedBy);
            return new MembershipChange(joined.GroupId, joined.Timestamp, IsIn: true, inviter);
        }));
        return actions;
    }

    /// <summary>A person left a group of these campaigns.</summary>
    public async Task<IReadOnlyList<DurableAction>> RecordLeaveAsync(
        ChannelEvent.MemberLeft left, IReadOnlyList<string> campaignIds)
    {
        var counting = await CountingCampaignsAsync(campaignIds, left.Timestamp);
        var leave = new MembershipChange(left.GroupId, left.Timestamp, IsIn: false);
        return await RecordAsync(left.MemberId, person: null, Filling(counting, left.GroupId), _ => leave);
    }

    /// <summary>Decides on a credit under review; null when the person is not an invitee in this campaign.</summary>
    public async Task<ReviewResult?> ReviewAsync(Campaign campaign, string inviteeId, Review review)
    {
        if ((await invitees.FindAsync(campaign.Id, inviteeId))?.Invitation?.Inviter is not { } inviter) return null;
        var (after, events) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, inviter, inviteeId, new StandingCommand.DecideReview(review));
        var actions = TargetInvitationService.Invite(campaign, after);
        return new ReviewResult(await rewards.FulfilAsync(campaign, after), events, actions);
    }

    /// <summary>Decides on a member's standing again: under edited terms, or to settle it.</summary>
    public async Task<IReadOnlyList<DurableAction>> ReconsiderAsync(Campaign campaign, string memberId, DateTimeOffset at)
    {
        var (after, _) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Reconsider(at));
        await rewards.FulfilAsync(campaign, after);
        return TargetInvitationService.Invite(campaign, after);
    }

    async Task<IReadOnlyList<DurableAction>> RecordAsync(
        string memberId, Person? person, List<Campaign> filling, Func<Campaign, MembershipChange> change)
    {
        if (person is null && filling.Count == 0) return DurableAction.None;
        List<DurableAction> actions = [];
        var changes = filling.Select(campaign => (campaign, change(campaign))).ToList();
        foreach (var invitee in await invitees.RecordAsync(memberId, person, changes))
        {
            if (invitee.Inviters.Count == 0) continue;
            if (await campaigns.RecentAsync(invitee.CampaignId) is not { } campaign) continue;
            foreach (var inviter in invitee.Inviters)
                actions.AddRange(await ApplyClaimAsync(campaign, invitee, inviter, person));
        }

        return actions;
    }

    async Task<IReadOnlyList<DurableAction>> ApplyClaimAsync(
        Campaign campaign, Invitee invitee, string inviter, Person? person)
    {
        var claim = invitee.ClaimOf(inviter);
        var finding = claim.State is ClaimState.None
            ? new FraudFinding([], null)
            : await fraudChecks.CheckAsync(invitee, inviter, person?.UnionId);
        var apply = new StandingCommand.ApplyClaim(claim, finding.Signals, claim.At);
        var after = await DecideAsync(campaign, inviter, invitee.MemberId, apply);
        if (finding.Counterpart is { } other)
        {
            var counterpart = new StandingCommand.ApplyClaim(other.ClaimOf(invitee.MemberId), finding.Signals, claim.At);
            await DecideAsync(campaign, invitee.MemberId, inviter, counterpart);
        }

        foreach (var flagged in Burst.Around(after.Latest, invitee.MemberId))
            after = await DecideAsync(campaign, inviter, flagged, new StandingCommand.Flag(FraudSignal.Burst, claim.At));
        return TargetInvitationService.Invite(campaign, after);
    }

    async Task<Standing> DecideAsync(Campaign campaign, string inviter, string invitee, StandingCommand command)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, invitee, command);
        return await rewards.FulfilAsync(campaign, after);
    }

    async Task<List<Campaign>> CountingCampaignsAsync(IReadOnlyList<string> campaignIds, DateTimeOffset at)
    {
        List<Campaign> counting = [];
        foreach (var id in campaignIds)
        {
            if (await campaigns.RecentAsync(id) is { } campaign && campaign.Counts(at)) counting.Add(campaign);
        }

        return counting;
    }

    static List<Campaign> Filling(List<Campaign> counting, string groupId) =>
        [.. counting.Where(campaign => campaign.GroupIds.Contains(groupId))];
}
