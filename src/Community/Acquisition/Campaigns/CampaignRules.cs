using System.Diagnostics;
using Community.Acquisition.Standings;

namespace Community.Acquisition.Campaigns;

/// <summary>What can be asked of a campaign.</summary>
public abstract record CampaignCommand
{
    CampaignCommand()
    {
    }

    /// <summary>Another closing instant or other tiers; null leaves them as they are.</summary>
    public sealed record Edit(DateTimeOffset? ClosesAt, IReadOnlyList<(int Invites, RewardTerms Reward)>? Tiers, DateTimeOffset At) : CampaignCommand;

    /// <summary>Stop it now.</summary>
    public sealed record Cancel(DateTimeOffset At) : CampaignCommand;

    /// <summary>Every grace period is over.</summary>
    public sealed record Settle(DateTimeOffset At) : CampaignCommand;
}

/// <summary>What became of a campaign.</summary>
public abstract record CampaignEvent
{
    CampaignEvent()
    {
    }

    /// <summary>It closes at another instant.</summary>
    public sealed record Rescheduled(DateTimeOffset ClosesAt) : CampaignEvent;

    /// <summary>It promises something else; what was granted stays granted.</summary>
    public sealed record TiersChanged(Tiers Tiers, IReadOnlyList<Finding> Findings) : CampaignEvent;

    /// <summary>The operator stopped it.</summary>
    public sealed record Cancelled(DateTimeOffset At) : CampaignEvent;

    /// <summary>The rewards are final.</summary>
    public sealed record Settled(DateTimeOffset At) : CampaignEvent;

    /// <summary>It cannot be; nothing changed.</summary>
    public sealed record Refused(string Field, string Reason) : CampaignEvent;
}

/// <summary>The rules of a campaign: it may be changed until it is over, is stopped once, and settles once.</summary>
public static class CampaignRules
{
    /// <summary>The events that the command causes; none for a repeat; <see cref="CampaignEvent.Refused"/> alone when it may not be.</summary>
    public static IReadOnlyList<CampaignEvent> Decide(CampaignCommand command, Campaign campaign) => command switch
    {
        CampaignCommand.Edit edit when Changes(edit, campaign) is [] => [],
        CampaignCommand.Edit edit when campaign.At(edit.At) is var state and >= CampaignState.Closed =>
            [new CampaignEvent.Refused("state", $"the campaign is {state} and can no longer be changed")],
        CampaignCommand.Edit edit when edit.ClosesAt <= campaign.OpensAt => [new CampaignEvent.Refused("closesAt", "must be after opensAt.")],
        CampaignCommand.Edit edit when edit.ClosesAt <= edit.At => [new CampaignEvent.Refused("closesAt", "must be in the future.")],
        CampaignCommand.Edit edit when GiftCost(edit) is var cost && cost > campaign.GiftCapMinor =>
            [new CampaignEvent.Refused("tiers", $"cost {cost} in gifts a participant, more than giftCapMinor, {campaign.GiftCapMinor}.")],
        CampaignCommand.Edit edit => Changes(edit, campaign),
        CampaignCommand.Cancel cancel when campaign.At(cancel.At) < CampaignState.Closed => [new CampaignEvent.Cancelled(cancel.At)],
        CampaignCommand.Cancel when campaign.CancelledAt is null => [new CampaignEvent.Refused("state", "the campaign is over and can no longer be cancelled")],
        CampaignCommand.Settle settle when campaign.SettledAt is null => [new CampaignEvent.Settled(settle.At)],
        CampaignCommand.Cancel or CampaignCommand.Settle => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The campaign after the event.</summary>
    public static Campaign Evolve(Campaign campaign, CampaignEvent happened) => happened switch
    {
        CampaignEvent.Rescheduled rescheduled => campaign with { ClosesAt = rescheduled.ClosesAt },
        CampaignEvent.TiersChanged changed => campaign with { Tiers = changed.Tiers, Findings = changed.Findings, TermsRevision = campaign.TermsRevision + 1 },
        CampaignEvent.Cancelled cancelled => campaign with
        {
            CancelledAt = cancelled.At,
            ClosesAt = campaign.ClosesAt < cancelled.At ? campaign.ClosesAt : cancelled.At,
        },
        CampaignEvent.Settled settled => campaign with { SettledAt = settled.At },
        CampaignEvent.Refused => campaign,
        _ => throw new UnreachableException(),
    };

    static long GiftCost(CampaignCommand.Edit edit) => (edit.Tiers ?? []).Sum(tier => tier.Reward.CostMinor ?? 0);

    static List<CampaignEvent> Changes(CampaignCommand.Edit edit, Campaign campaign)
    {
        List<CampaignEvent> events = [];
        if (edit.ClosesAt is { } closesAt && closesAt != campaign.ClosesAt) events.Add(new CampaignEvent.Rescheduled(closesAt));
        if (edit.Tiers is { } wanted && campaign.Tiers.Edited(wanted) is var tiers && !tiers.All.SequenceEqual(campaign.Tiers.All))
            events.Add(new CampaignEvent.TiersChanged(tiers, ComplianceRules.Check(Texts(campaign.Name, wanted.Select(tier => tier.Reward.Title)))));
        return events;
    }

    /// <summary>Every text of a campaign that people will read, by the field it stands in.</summary>
    public static IEnumerable<(string Field, string Text)> Texts(string name, IEnumerable<string> titles) =>
        [("name", name), .. titles.Select((title, index) => ($"tiers[{index}].reward.title", title))];
}
