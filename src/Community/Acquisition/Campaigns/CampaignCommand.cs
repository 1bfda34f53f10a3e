using Community.Acquisition.Standings;
using Community.Platform;

namespace Community.Acquisition.Campaigns;

public abstract record CampaignCommand
{
    CampaignCommand()
    {
    }

    /// <summary>
    /// Changes the closing instant, the tiers, the groups or the next step; null leaves each of the first three
    /// unchanged. Groups can only be added.
    /// </summary>
    public sealed record Edit(
        DateTimeOffset? ClosesAt,
        IReadOnlyList<(int Invites, RewardTerms Reward)>? Tiers,
        DateTimeOffset At,
        IReadOnlyList<string>? GroupIds = null,
        Optional<string?> NextStep = default) : CampaignCommand;

    public sealed record Cancel(DateTimeOffset At) : CampaignCommand;

    public sealed record Settle(DateTimeOffset At) : CampaignCommand;

    public sealed record SetLiveGroup(string GroupId) : CampaignCommand;
}

public abstract record CampaignEvent
{
    CampaignEvent()
    {
    }

    public sealed record Rescheduled(DateTimeOffset ClosesAt) : CampaignEvent;

    public sealed record TiersChanged(Tiers Tiers, IReadOnlyList<Finding> Findings) : CampaignEvent;

    public sealed record NextStepChanged(string? Text, IReadOnlyList<Finding> Findings) : CampaignEvent;

    public sealed record GroupsAdded(IReadOnlyList<string> GroupIds) : CampaignEvent;

    public sealed record Cancelled(DateTimeOffset At) : CampaignEvent;

    public sealed record Settled(DateTimeOffset At) : CampaignEvent;

    public sealed record LiveGroupSet(int Index) : CampaignEvent;

    public sealed record Refused(Refusal Refusal) : CampaignEvent;
}
