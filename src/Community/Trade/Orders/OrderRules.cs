using System.Diagnostics;
using Community.Platform;

namespace Community.Trade.Orders;

public abstract record OrderEvent
{
    OrderEvent()
    {
    }

    public sealed record PaymentRecorded(Payment Payment) : OrderEvent;

    public sealed record RefundRecorded(Refund Refund) : OrderEvent;

    public sealed record RefundTotalRecorded(RefundTotal Total) : OrderEvent;

    public sealed record ImportedRefundsRecorded(ImportedRefunds Refunds) : OrderEvent;

    public sealed record CancellationRecorded(DateTimeOffset At) : OrderEvent;

    public sealed record NoticeRecorded(Notice Notice) : OrderEvent;
}

/// <summary>
/// Decides on the facts of an order. Facts arrive in any sequence and may repeat: the rules keep the maximum of
/// facts, or their sorted set cut to a fixed size, so every sequence ends in the same order. What a shop signed counts
/// before what a file states, and a later file counts before an earlier one.
/// </summary>
public static class OrderRules
{
    /// <summary>
    /// The limit of refunds of one order. Each takes about 60 characters of the order's row; more are not counted, and
    /// <see cref="Order.HasAllRefunds"/> is false.
    /// </summary>
    public const int MaxRefunds = 1_000;

    public const int MaxNotices = 50;

    const int ShortIdLength = 16;
    const string PaidType = "paid";
    const string TotalledType = "refunds-totalled";

    public static IReadOnlyList<OrderEvent> Decide(OrderFact fact, Order order)
    {
        OrderEvent? change = fact switch
        {
            OrderFact.Paid paid when paid.Payment.Supersedes(order.Payment) =>
                new OrderEvent.PaymentRecorded(paid.Payment),
            OrderFact.Refunded refunded when IsNews(Shortened(refunded.Refund), order) =>
                new OrderEvent.RefundRecorded(Shortened(refunded.Refund)),
            OrderFact.RefundsTotalled totalled when Exceeds(totalled.Total, order.Total) =>
                new OrderEvent.RefundTotalRecorded(totalled.Total),
            OrderFact.RefundsImported imported when imported.Refunds.Supersedes(order.ImportedRefunds) =>
                new OrderEvent.ImportedRefundsRecorded(imported.Refunds),
            OrderFact.Cancelled cancelled when !(order.CancelledAt <= cancelled.At) =>
                new OrderEvent.CancellationRecorded(cancelled.At),
            OrderFact.Paid or OrderFact.Refunded or OrderFact.RefundsTotalled => null,
            OrderFact.RefundsImported or OrderFact.Cancelled => null,
            _ => throw new UnreachableException(),
        };
        List<OrderEvent> events = change is null ? [] : [change];
        var notices = (change is null ? order : Apply(order, change)).Notices;
        var notice = NoticeOf(fact);
        if (IsNoted(fact, change is not null) && Changes(notices, Add(notices, notice)))
            events.Add(new OrderEvent.NoticeRecorded(notice));
        return events;
    }

    public static Order Evolve(Order order, OrderEvent change) =>
        Apply(order, change) with { Version = order.Version + 1 };

    /// <summary>The order after these facts.</summary>
    public static Order Record(Order order, IEnumerable<OrderFact> facts) =>
        facts.Aggregate(order, (before, fact) => Decide(fact, before).Aggregate(before, Evolve));

    static Order Apply(Order order, OrderEvent change) => change switch
    {
        OrderEvent.PaymentRecorded recorded => order with
        {
            Payment = recorded.Payment,
            Notices = WithoutImported(order.Notices, PaidType),
        },
        OrderEvent.RefundRecorded recorded => order with
        {
            Refunds = Add(order.Refunds, recorded.Refund),
            HasAllRefunds = order.HasAllRefunds && HasRoom(order, recorded.Refund),
        },
        OrderEvent.RefundTotalRecorded recorded => order with { Total = recorded.Total },
        OrderEvent.ImportedRefundsRecorded recorded => order with
        {
            ImportedRefunds = recorded.Refunds,
            Notices = WithoutImported(order.Notices, TotalledType),
        },
        OrderEvent.CancellationRecorded recorded => order with { CancelledAt = recorded.At },
        OrderEvent.NoticeRecorded recorded => order with { Notices = Add(order.Notices, recorded.Notice) },
        _ => throw new UnreachableException(),
    };

    // The first refund that does not fit is news too, because the order then lacks refunds.
    static bool IsNews(Refund refund, Order order) =>
        Changes(order.Refunds, Add(order.Refunds, refund)) || (order.HasAllRefunds && !HasRoom(order, refund));

    static bool HasRoom(Order order, Refund refund) =>
        order.Refunds.Count < MaxRefunds || order.Refunds.Any(known => known.RefundId == refund.RefundId);

    // Ids of shops are long; half a digest tells the refunds of one order apart.
    static Refund Shortened(Refund refund) =>
        refund with { RefundId = EffectKey.Digest(refund.RefundId)[..ShortIdLength] };

    // The larger of two refunds with one id counts: shops never reduce a refund.
    static List<Refund> Add(IReadOnlyList<Refund> refunds, Refund refund) =>
        [.. refunds
            .Append(refund)
            .GroupBy(known => known.RefundId, StringComparer.Ordinal)
            .Select(Largest)
            .OrderBy(known => known.RefundId, StringComparer.Ordinal)
            .Take(MaxRefunds)];

    static Refund Largest(IEnumerable<Refund> refunds) => refunds
        .OrderBy(refund => refund.AmountMinor)
        .ThenBy(refund => refund.Currency, StringComparer.Ordinal)
        .Last();

    static List<Notice> Add(IReadOnlyList<Notice> notices, Notice notice) =>
        [.. notices
            .Append(notice)
            .DistinctBy(known => (known.Id, known.Type, known.IsImported))
            .OrderBy(known => known.At)
            .ThenBy(known => known.Id, StringComparer.Ordinal)
            .ThenBy(known => known.Type, StringComparer.Ordinal)
            .Take(MaxNotices)];

    static bool Changes<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) => !before.SequenceEqual(after);

    static bool Exceeds(RefundTotal total, RefundTotal? other) =>
        other is null || total.AmountMinor > other.AmountMinor
        || (total.AmountMinor == other.AmountMinor && string.CompareOrdinal(total.Currency, other.Currency) > 0);

    // A shop's message is always noted. The statement of a file is noted when it counts and says something.
    static bool IsNoted(OrderFact fact, bool counts) => fact switch
    {
        OrderFact.Paid { Payment.IsImported: true } => counts,
        OrderFact.RefundsImported imported => counts && imported.Refunds.AmountMinor > 0,
        _ => true,
    };

    static IReadOnlyList<Notice> WithoutImported(IReadOnlyList<Notice> notices, string type) =>
        [.. notices.Where(notice => !notice.IsImported || notice.Type != type)];

    static Notice NoticeOf(OrderFact fact) => new(
        fact.MessageId,
        fact switch
        {
            OrderFact.Paid => PaidType,
            OrderFact.Refunded => "refunded",
            OrderFact.RefundsTotalled or OrderFact.RefundsImported => TotalledType,
            _ => "cancelled",
        },
        fact.At,
        fact.ReceivedAt)
    {
        IsImported = fact is OrderFact.Paid { Payment.IsImported: true } or OrderFact.RefundsImported,
    };
}
