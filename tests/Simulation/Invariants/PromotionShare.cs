using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// The share of promotions among the last ten pushes of a busy group that has no sale, whose links count too.
/// </summary>
static class PromotionShare
{
    const int Size = 10;
    const int Most = PushGroup.BusyPromotionPercent * Size / 100;

    /// <summary>
    /// The promotions that were sent above the share. What was queued counts as a push until it turns out not to be
    /// sent. A promotion among pushes of uncertain order is passed over.
    /// </summary>
    public static IEnumerable<string> Check(IReadOnlyList<LedgerPush> sent, IReadOnlyList<LedgerPush> queued)
    {
        var inOrder = queued.OrderBy(push => push.EarliestAt).ToList();
        for (var last = Size - 1; last < inOrder.Count; last++)
        {
            if (!IsSentPromotion(inOrder[last]) || !IsCertain(inOrder, last)) continue;
            var count = inOrder.GetRange(last + 1 - Size, Size).Count(IsSentPromotion);
            if (count > Most) yield return $"{inOrder[last]} is promotion {count} among the last {Size} pushes.";
        }

        bool IsSentPromotion(LedgerPush push) =>
            PushBodies.Promotions.Contains(push.View.ContentId, StringComparer.Ordinal) && sent.Contains(push);
    }

    // A later push that may have been decided before it counts as uncertain too.
    static bool IsCertain(List<LedgerPush> inOrder, int last) =>
        Enumerable.Range(0, Math.Min(last + 1, inOrder.Count - 1)).All(i => inOrder[i].IsBefore(inOrder[i + 1]));
}
