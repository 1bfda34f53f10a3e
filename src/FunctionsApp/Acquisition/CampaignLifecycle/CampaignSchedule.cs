using Community.Acquisition.Campaigns;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>The instants and the revision of the terms of a campaign, as the orchestration reads them.</summary>
public sealed record CampaignSchedule(
    DateTimeOffset OpensAt, DateTimeOffset ClosesAt, DateTimeOffset GraceEndsAt, int TermsRevision, bool IsCancelled)
{
    /// <summary>The last step, in which grace periods end.</summary>
    public const string Grace = "awaiting-grace";

    public static CampaignSchedule From(Campaign campaign) => new(
        campaign.OpensAt,
        campaign.ClosesAt,
        campaign.GraceEndsAt,
        campaign.TermsRevision,
        campaign.CancelledAt is not null);

    /// <summary>The step at this instant and its end.</summary>
    public (string Step, DateTimeOffset Until) StepAt(DateTimeOffset now)
    {
        if (IsCancelled || now >= ClosesAt) return (Grace, GraceEndsAt);
        return now < OpensAt ? ("awaiting-opening", OpensAt) : ("open", ClosesAt);
    }
}
