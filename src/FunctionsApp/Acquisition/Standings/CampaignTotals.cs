using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// The totals of a campaign or of one of its partitions; the cost is in minor units. <paramref name="IsReported"/> is
/// true once the campaign's report counts the partition: a standing that begins later is no part of the report.
/// </summary>
public sealed record CampaignTotals(
    int Participants,
    int Inviters,
    int Joins,
    int Credits,
    int Retained,
    int Qualified,
    long CostMinor,
    int Amendments = 0,
    bool IsReported = false)
{
    public static CampaignTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The totals of one participant.</summary>
    public static CampaignTotals From(Standing standing) => new(
        1,
        standing.Credits > 0 ? 1 : 0,
        standing.Joins,
        standing.Credits,
        standing.Retained,
        standing.Target is TargetState.None ? 0 : 1,
        standing.CostMinor,
        standing.Amendments);

    public static CampaignTotals operator +(CampaignTotals a, CampaignTotals b) => new(
        a.Participants + b.Participants,
        a.Inviters + b.Inviters,
        a.Joins + b.Joins,
        a.Credits + b.Credits,
        a.Retained + b.Retained,
        a.Qualified + b.Qualified,
        a.CostMinor + b.CostMinor,
        a.Amendments + b.Amendments,
        a.IsReported || b.IsReported);

    public static CampaignTotals operator -(CampaignTotals a, CampaignTotals b) => new(
        a.Participants - b.Participants,
        a.Inviters - b.Inviters,
        a.Joins - b.Joins,
        a.Credits - b.Credits,
        a.Retained - b.Retained,
        a.Qualified - b.Qualified,
        a.CostMinor - b.CostMinor,
        a.Amendments - b.Amendments,
        a.IsReported);

    public static CampaignTotals Add(CampaignTotals left, CampaignTotals right) => left + right;

    public static CampaignTotals Subtract(CampaignTotals left, CampaignTotals right) => left - right;
}
