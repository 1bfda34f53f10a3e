using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Campaigns;

/// <summary>
/// The final report of a campaign, or the sum over a part of the participants: credits by state, rewards by state, cost
/// in minor units.
/// </summary>
public sealed record CampaignReport(
    int Participants,
    int Credits,
    int Revoked,
    int UnderReview,
    int Refused,
    int Granted,
    int Redeemed,
    int Withheld,
    int TakenBack,
    long CostMinor)
{
    public static CampaignReport None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The report with one more participant.</summary>
    public CampaignReport Add(SettledTotals totals) => new(
        Participants + 1,
        Credits + totals.Credits,
        Revoked + totals.Revoked,
        UnderReview + totals.UnderReview,
        Refused + totals.Refused,
        Granted + totals.Granted,
        Redeemed + totals.Redeemed,
        Withheld + totals.Withheld,
        TakenBack + totals.TakenBack,
        CostMinor + totals.CostMinor);
}
