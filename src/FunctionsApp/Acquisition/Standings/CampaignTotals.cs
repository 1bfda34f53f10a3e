using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A campaign's figures, or one partition's share of them: participants, those who came by them, those who qualified, and what the gifts cost.</summary>
public sealed record CampaignTotals(int Participants, int Inviters, int Joins, int Credits, int Retained, int Qualified, long CostMinor, int Amendments = 0)
{
    /// <summary>Nothing yet.</summary>
    public static CampaignTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>What one participant adds.</summary>
    public static CampaignTotals From(Standing standing) => new(
        1,
        standing.Credits > 0 ? 1 : 0,
        standing.Joins,
        standing.Credits,
        standing.Retained,
        standing.Target is TargetState.None ? 0 : 1,
        standing.CostMinor,
        standing.Amendments);

    /// <summary>Both together.</summary>
    public static CampaignTotals operator +(CampaignTotals a, CampaignTotals b) => new(
        a.Participants + b.Participants,
        a.Inviters + b.Inviters,
        a.Joins + b.Joins,
        a.Credits + b.Credits,
        a.Retained + b.Retained,
        a.Qualified + b.Qualified,
        a.CostMinor + b.CostMinor,
        a.Amendments + b.Amendments);

    /// <summary>The one without the other.</summary>
    public static CampaignTotals operator -(CampaignTotals a, CampaignTotals b) => new(
        a.Participants - b.Participants,
        a.Inviters - b.Inviters,
        a.Joins - b.Joins,
        a.Credits - b.Credits,
        a.Retained - b.Retained,
        a.Qualified - b.Qualified,
        a.CostMinor - b.CostMinor,
        a.Amendments - b.Amendments);

    /// <summary><c>+</c>.</summary>
    public static CampaignTotals Add(CampaignTotals left, CampaignTotals right) => left + right;

    /// <summary><c>-</c>.</summary>
    public static CampaignTotals Subtract(CampaignTotals left, CampaignTotals right) => left - right;
}
