using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>The final report of a campaign, or what is summed up of it so far: everyone's credits, and the rewards by how they stand.</summary>
public sealed record CampaignReport(
    int Participants, int Credits, int Revoked, int UnderReview, int Refused, int Granted, int Redeemed, int Withheld, int TakenBack, long CostMinor)
{
    /// <summary>Nobody yet.</summary>
    public static CampaignReport None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>With one participant more.</summary>
    public CampaignReport Add(SettledTotals one) => new(
        Participants + 1,
        Credits + one.Credits,
        Revoked + one.Revoked,
        UnderReview + one.UnderReview,
        Refused + one.Refused,
        Granted + one.Granted,
        Redeemed + one.Redeemed,
        Withheld + one.Withheld,
        TakenBack + one.TakenBack,
        CostMinor + one.CostMinor);
}
