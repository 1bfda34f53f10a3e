using Community.Trade.Orders;

namespace Community.Trade.Imports;

/// <summary>What a line of a file changes about its order.</summary>
public enum LineOutcome
{
    /// <summary>Nothing: webhooks or an earlier file stated the same.</summary>
    Known,

    /// <summary>It adds a payment or refunds that the webhooks missed.</summary>
    Missed,

    /// <summary>It replaces what an earlier file stated.</summary>
    Corrected,
}

/// <summary>
/// The outcome of a line. <paramref name="Differs"/> is true when another amount or currency counts than the line
/// states: the shop signed it, or a later file states it.
/// </summary>
public sealed record LineComparison(LineOutcome Outcome, bool Differs);

/// <summary>Compares a file with the orders that are stored.</summary>
public static class ImportRules
{
    public static LineComparison Compare(FileStatement stated, Order? known, ImportReference file)
    {
        var before = known ?? new Order("", stated.OrderId);
        var after = OrderRules.Record(before, stated.FactsOf(file));
        var counts = after.Payment!;
        return new LineComparison(
            OutcomeOf(before, after),
            counts.AmountMinor != stated.AmountMinor || counts.Currency != stated.Currency);
    }

    static LineOutcome OutcomeOf(Order before, Order after) => after switch
    {
        _ when before.Payment is null => LineOutcome.Missed,
        _ when !after.Payment!.StatesTheSameAs(before.Payment) => LineOutcome.Corrected,
        _ when after.RefundedMinor > before.RefundedMinor => LineOutcome.Missed,
        _ when after.RefundedMinor < before.RefundedMinor => LineOutcome.Corrected,
        _ => LineOutcome.Known,
    };
}
