using Azure;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>The rows of a batch's transaction.</summary>
sealed class StandingBatchRows(
    string partition, StandingBatchState stored, IReadOnlyList<DecidedCommand> decisions)
{
    /// <summary>At most five rows for each command and the totals.</summary>
    public List<TableTransactionAction> All()
    {
        List<TableTransactionAction> rows = [];
        var change = CampaignTotals.None;
        foreach (var member in decisions.GroupBy(decision => decision.Pending.MemberId, StringComparer.Ordinal))
            change += AddStanding(rows, [.. member]);
        var aboutCredits = decisions.Where(decision => decision.Pending.CreditKey is not null);
        foreach (var credit in aboutCredits.GroupBy(decision => decision.Pending.CreditKey!.Value))
            AddCredit(rows, credit.Key, [.. credit]);
        rows.AddRange(decisions.Where(decision => decision.Amendment is not null).Select(AmendmentRow));
        if (change != CampaignTotals.None) rows.Add(TotalsRow(change));
        return rows;
    }

    // Returns the change of the partition's totals.
    CampaignTotals AddStanding(List<TableTransactionAction> rows, List<DecidedCommand> ofMember)
    {
        var (before, after) = (ofMember[0].Before.Standing, ofMember[^1].After.Standing);
        if (ReferenceEquals(before, after)) return CampaignTotals.None;
        var row = stored.FindStanding(after.MemberId);
        var (rankBefore, rankAfter) = (StandingKeys.Rank(before), StandingKeys.Rank(after));
        rows.Add(Row.Write(partition, StandingKeys.Standing(after.MemberId), after, row));
        rows.Add(Row.Put(partition, rankAfter, after));
        if (row is null) return CampaignTotals.From(after);
        if (rankBefore != rankAfter) rows.Add(Row.Delete(partition, rankBefore, ETag.All));
        return CampaignTotals.From(after) - CampaignTotals.From(before);
    }

    void AddCredit(List<TableTransactionAction> rows, CreditKey key, List<DecidedCommand> ofCredit)
    {
        var (before, after) = (ofCredit[0].Before.Credit, ofCredit[^1].After.Credit);
        if (after is null || ReferenceEquals(before, after)) return;
        rows.Add(Row.Write(partition, StandingKeys.Credit(key), after, stored.FindCredit(key)));
    }

    TableTransactionAction AmendmentRow(DecidedCommand decision)
    {
        var key = StandingKeys.Amendment(decision.Amendment!, decision.After.Standing.Amendments);
        return Row.Add(partition, key, decision.Amendment!);
    }

    TableTransactionAction TotalsRow(CampaignTotals change)
    {
        var before = stored.Totals?.Value ?? CampaignTotals.None;
        return Row.Write(partition, StandingKeys.Totals, before + change, stored.Totals);
    }
}
