using System.Diagnostics;
using Community.Platform;

namespace Community.Acquisition.Campaigns;

public static class CampaignRules
{
    /// <summary>The events of the command; none for a repeat; a single <c>Refused</c> when it is not allowed.</summary>
    public static IReadOnlyList<CampaignEvent> Decide(CampaignCommand command, Campaign campaign) => command switch
    {
        CampaignCommand.Edit edit => DecideEdit(edit, campaign),
        CampaignCommand.Cancel cancel when campaign.StateAt(cancel.At) < CampaignState.Closed =>
            [new CampaignEvent.Cancelled(cancel.At)],
        CampaignCommand.Cancel when campaign.CancelledAt is not null => [],
        CampaignCommand.Cancel => [Conflict(ConflictKind.Ended, "the campaign is over and can no longer be cancelled")],
        CampaignCommand.Settle when campaign.SettledAt is not null => [],
        CampaignCommand.Settle settle => [new CampaignEvent.Settled(settle.At)],
        CampaignCommand.SetLiveGroup live => SetLiveGroup(live.GroupId, campaign),
        _ => throw new UnreachableException(),
    };

    public static Campaign Evolve(Campaign campaign, CampaignEvent happened) => happened switch
    {
        CampaignEvent.Rescheduled rescheduled => campaign with { ClosesAt = rescheduled.ClosesAt },
        CampaignEvent.TiersChanged changed => campaign with
        {
            Tiers = changed.Tiers,
            Findings = changed.Findings,
            TermsRevision = campaign.TermsRevision + 1,
        },
        CampaignEvent.NextStepChanged changed =>
            campaign with { NextStep = changed.Text, Findings = changed.Findings },
        CampaignEvent.GroupsAdded added => campaign with
        {
            GroupIds = [.. campaign.GroupIds, .. added.GroupIds],
            GroupCountBefore = campaign.GroupIds.Count,
        },
        CampaignEvent.Cancelled cancelled => campaign with
        {
            CancelledAt = cancelled.At,
            ClosesAt = campaign.ClosesAt < cancelled.At ? campaign.ClosesAt : cancelled.At,
        },
        CampaignEvent.Settled settled => campaign with { SettledAt = settled.At },
        CampaignEvent.LiveGroupSet live => campaign with { LiveGroup = live.Index },
        CampaignEvent.Refused => campaign,
        _ => throw new UnreachableException(),
    };

    /// <summary>The texts that may not pay for sharing, with their fields.</summary>
    public static IEnumerable<(string Field, string Text)> Texts(
        string name, IEnumerable<string> titles, string? nextStep)
    {
        IEnumerable<(string, string)> steps = nextStep is null ? [] : [("nextStep", nextStep)];
        return [("name", name), .. titles.Select((title, index) => ($"tiers[{index}].reward.title", title)), .. steps];
    }

    static List<CampaignEvent> DecideEdit(CampaignCommand.Edit edit, Campaign campaign)
    {
        var changes = Changes(edit, campaign);
        if (changes is []) return [];
        var state = campaign.StateAt(edit.At);
        if (state >= CampaignState.Closed)
            return [Conflict(ConflictKind.Ended, $"the campaign is {state} and can no longer be changed")];
        if (edit.ClosesAt <= campaign.OpensAt) return [Invalid("closesAt", "must be after opensAt")];
        if (edit.ClosesAt <= edit.At) return [Invalid("closesAt", "must be in the future")];
        if (!KeepsGroups(edit, campaign))
            return [Invalid("groupIds", "must begin with the groups of the campaign in their order")];
        var cost = GiftCost(edit);
        return cost > campaign.GiftCapMinor
            ? [Invalid("tiers", $"cost {cost} in gifts a participant, more than giftCapMinor, {campaign.GiftCapMinor}")]
            : changes;
    }

    static bool KeepsGroups(CampaignCommand.Edit edit, Campaign campaign) =>
        edit.GroupIds is null || edit.GroupIds.Take(campaign.GroupIds.Count).SequenceEqual(campaign.GroupIds);

    static long GiftCost(CampaignCommand.Edit edit) => (edit.Tiers ?? []).Sum(tier => tier.Reward.CostMinor ?? 0);

    static List<CampaignEvent> Changes(CampaignCommand.Edit edit, Campaign campaign)
    {
        List<CampaignEvent> events = [];
        if (edit.ClosesAt is { } closesAt && closesAt != campaign.ClosesAt)
            events.Add(new CampaignEvent.Rescheduled(closesAt));
        if (edit.GroupIds is { } groups && !groups.SequenceEqual(campaign.GroupIds))
            events.Add(new CampaignEvent.GroupsAdded([.. groups.Skip(campaign.GroupIds.Count)]));
        var tiers = edit.Tiers is { } wanted ? campaign.Tiers.Edit(wanted) : campaign.Tiers;
        var titles = edit.Tiers?.Select(tier => tier.Reward.Title) ?? tiers.All.Select(tier => tier.Reward.Title);
        var nextStep = edit.NextStep.Or(campaign.NextStep);
        var findings = ComplianceRules.Check(Texts(campaign.Name, titles, nextStep));
        if (!tiers.All.SequenceEqual(campaign.Tiers.All)) events.Add(new CampaignEvent.TiersChanged(tiers, findings));
        if (nextStep != campaign.NextStep) events.Add(new CampaignEvent.NextStepChanged(nextStep, findings));
        return events;
    }

    static IReadOnlyList<CampaignEvent> SetLiveGroup(string groupId, Campaign campaign)
    {
        var index = campaign.GroupIds.ToList().IndexOf(groupId);
        return index < 0 || index == campaign.LiveGroup ? [] : [new CampaignEvent.LiveGroupSet(index)];
    }

    static CampaignEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));

    static CampaignEvent.Refused Invalid(string field, string reason) => new(Refusal.Invalid(field, reason));
}
