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
public sealed record ReviewResult(
    Standing After, IReadOnlyList<StandingEvent> Events, IReadOnlyList<DurableAction> Actions);

/// <summary>
/// Credits inviters for joins and leaves (邀请有效). The person's own row is written first and decides whose invitee the
/// person is; the standings of the inviters follow from that row. Each step reads the stored state, so the whole can be
/// repeated after a failure.
/// </summary>
public sealed class InvitationCrediting(
    CampaignStore campaigns,
    InviteeStore invitees,
    StandingStore standings,
    RelatedInvitees relatedInvitees,
    RewardFulfilment rewards,
    TargetInvitationService targets)
{
    /// <summary>
    /// Records that a person joined a group of these campaigns. <paramref name="code"/> is null without a valid code.
    /// </summary>
    public async Task<IReadOnlyList<DurableAction>> RecordJoinAsync(
        ChannelEvent.MemberJoined joined, IReadOnlyList<string> campaignIds, JoinCode? code)
    {
        List<DurableAction> actions = [];
        var counting = await FindCountingCampaignsAsync(campaignIds, joined.Timestamp);
        foreach (var campaign in counting.Where(campaign => campaign.Target?.GroupId == joined.GroupId))
            actions.AddRange(await targets.JoinAsync(campaign, joined.MemberId, joined.Timestamp));
        var person = new Person(joined.MemberId, joined.Timestamp, joined.UnionId)
        {
            Name = joined.Name.Length > 0 ? joined.Name : null,
            NamedAt = joined.Timestamp,
        };
        var changes = ThatFill(counting, joined.GroupId).Select(campaign => Join(campaign, joined, code));
        actions.AddRange(await RecordAsync(joined.MemberId, new PersonJoin(person, joined.GroupId), [.. changes]));
        return actions;
    }

    /// <summary>Records that a person left a group of these campaigns.</summary>
    public async Task<IReadOnlyList<DurableAction>> RecordLeaveAsync(
        ChannelEvent.MemberLeft left, IReadOnlyList<string> campaignIds)
    {
        var counting = await FindCountingCampaignsAsync(campaignIds, left.Timestamp);
        var leave = new MembershipChange(left.GroupId, left.Timestamp, IsIn: false);
        var changes = ThatFill(counting, left.GroupId).Select(campaign => new CampaignChange(campaign, leave)).ToList();
        return changes.Count == 0 ? DurableAction.None : await RecordAsync(left.MemberId, join: null, changes);
    }

    /// <summary>Decides on a credit under review; null when the person is not an invitee in this campaign.</summary>
    public async Task<ReviewResult?> ReviewAsync(Campaign campaign, string inviteeId, Review review)
    {
        if ((await invitees.FindAsync(campaign.Id, inviteeId))?.Invitation?.Inviter is not { } inviter) return null;
        var (after, events) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, inviter, inviteeId, new StandingCommand.ReviewCredit(review));
        var actions = TargetInvitationService.Invite(campaign, after);
        return new ReviewResult(await rewards.FulfilAsync(campaign, after), events, actions);
    }

    /// <summary>Decides on a member's standing again: under edited terms, or before it settles.</summary>
    public async Task<IReadOnlyList<DurableAction>> ReconsiderAsync(
        Campaign campaign, string memberId, DateTimeOffset at)
    {
        var (after, _) = await standings.DecideAsync(
            campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.Reconsider(at));
        await rewards.FulfilAsync(campaign, after);
        return TargetInvitationService.Invite(campaign, after);
    }

    static IEnumerable<Campaign> ThatFill(IEnumerable<Campaign> campaigns, string groupId) =>
        campaigns.Where(campaign => campaign.GroupIds.Contains(groupId));

    static CampaignChange Join(Campaign campaign, ChannelEvent.MemberJoined joined, JoinCode? code)
    {
        var codeOwner = code?.CampaignId == campaign.Id ? code.Inviter : null;
        var inviter = campaign.FindInviter(joined.Timestamp, codeOwner, joined.InvitedBy);
        return new CampaignChange(
            campaign, new MembershipChange(joined.GroupId, joined.Timestamp, IsIn: true, inviter));
    }

    async Task<List<Campaign>> FindCountingCampaignsAsync(IReadOnlyList<string> campaignIds, DateTimeOffset at)
    {
        List<Campaign> counting = [];
        foreach (var id in campaignIds)
        {
            if (await campaigns.FindRecentAsync(id) is { } campaign && campaign.IsCountingAt(at))
                counting.Add(campaign);
        }

        return counting;
    }

    async Task<IReadOnlyList<DurableAction>> RecordAsync(
        string memberId, PersonJoin? join, IReadOnlyList<CampaignChange> changes)
    {
        var recorded = await invitees.RecordAsync(memberId, join, changes);
        // A leave changes neither since when the person is known nor the first invitation.
        var related = join is not null && recorded.Person is { } known
            ? await relatedInvitees.JoinIdentitiesAsync(known, recorded.IsNewPerson)
            : [];
        List<DurableAction> actions = [];
        var affected = related.Concat(recorded.Affected);
        foreach (var invitee in affected.DistinctBy(invitee => (invitee.CampaignId, invitee.MemberId)))
            actions.AddRange(await ApplyClaimsAsync(invitee));
        return actions;
    }

    async Task<IReadOnlyList<DurableAction>> ApplyClaimsAsync(Invitee invitee)
    {
        List<DurableAction> actions = [];
        if (await campaigns.FindRecentAsync(invitee.CampaignId) is not { } campaign) return actions;
        foreach (var inviter in invitee.Inviters)
        {
            (invitee, var counterpart) = await relatedInvitees.CompareAsync(invitee, inviter);
            actions.AddRange(await ApplyClaimAsync(campaign, invitee, inviter));
            if (counterpart is null) continue;
            foreach (var other in counterpart.Inviters)
                actions.AddRange(await ApplyClaimAsync(campaign, counterpart, other));
            await invitees.ConfirmClaimsAsync(counterpart);
        }

        if (invitee.AwaitsClaims) await invitees.ConfirmClaimsAsync(invitee);
        return actions;
    }

    async Task<IReadOnlyList<DurableAction>> ApplyClaimAsync(Campaign campaign, Invitee invitee, string inviter)
    {
        var claim = invitee.ClaimFor(inviter);
        var at = claim.State is ClaimState.None ? invitee.Invitation!.At : claim.At;
        var after = await DecideAsync(
            campaign, inviter, invitee.MemberId, new StandingCommand.ApplyClaim(claim, at));
        var flag = new StandingCommand.FlagCredit(FraudSignal.Burst, at);
        foreach (var flagged in Burst.FindInvitees(after.LatestInvitees, invitee.MemberId))
            after = await DecideAsync(campaign, inviter, flagged, flag);
        return TargetInvitationService.Invite(campaign, after);
    }

    async Task<Standing> DecideAsync(Campaign campaign, string inviter, string invitee, StandingCommand command)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, inviter, invitee, command);
        return await rewards.FulfilAsync(campaign, after);
    }
}
