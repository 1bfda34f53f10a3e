using System.Diagnostics;

namespace Community.Trade.Orders;

/// <summary>What changed about an order.</summary>
public abstract record OrderEvent
{
    OrderEvent()
    {
    }

    /// <summary>The payment that counts is now this one.</summary>
    public sealed record PaymentRecorded(Payment Payment) : OrderEvent;

    /// <summary>A refund that was not known.</summary>
    public sealed record RefundRecorded(Refund Refund) : OrderEvent;

    /// <summary>More was given back in all than any file said before.</summary>
    public sealed record RefundTotalRecorded(RefundTotal Total) : OrderEvent;

    /// <summary>It is cancelled, or was earlier than was known.</summary>
    public sealed record CancellationRecorded(DateTimeOffset At) : OrderEvent;

    /// <summary>A message that was not heard before, whether or not it said anything new.</summary>
    public sealed record NoticeRecorded(Notice Notice) : OrderEvent;
}

/// <summary>
/// What becomes of an order, from messages that arrive in any order and any number of times. Whatever is kept is the greatest of all that was heard,
/// or the set of it, cut to a size that depends on nothing but its members.
/// </summary>
public static class OrderRules
{
    /// <summary>Refunds kept of one order; more are nobody's honest business.</summary>
    public const int MaxRefunds = 50;

    /// <summary>Messages kept of one order.</summary>
    public const int MaxNotices = 50;

    /// <summary>The events that the news causes; none for a repeat.</summary>
    public static IReadOnlyList<OrderEvent> Decide(OrderFact fact, Order order)
    {
        OrderEvent? learnt = fact switch
        {
            OrderFact.Paid paid when paid.Payment.Supersedes(order.Payment) => new OrderEvent.PaymentRecorded(paid.Payment),
            OrderFact.Refunded refunded when Adds(order.Refunds, With(order.Refunds, refunded.Refund)) => new OrderEvent.RefundRecorded(refunded.Refund),
            OrderFact.RefundsTotalled totalled when Exceeds(totalled.Total, order.Total) => new OrderEvent.RefundTotalRecorded(totalled.Total),
            OrderFact.Cancelled cancelled when !(order.CancelledAt <= cancelled.At) => new OrderEvent.CancellationRecorded(cancelled.At),
            OrderFact.Paid or OrderFact.Refunded or OrderFact.RefundsTotalled or OrderFact.Cancelled => null,
            _ => throw new UnreachableException(),
        };
        List<OrderEvent> events = learnt is null ? [] : [learnt];
        var notice = NoticeOf(fact);
        if (Adds(order.Notices, With(order.Notices, notice))) events.Add(new OrderEvent.NoticeRecorded(notice));
        return events;
    }

    /// <summary>The order after the event.</summary>
    public static Order Evolve(Order order, OrderEvent happened) => happened switch
    {
        OrderEvent.PaymentRecorded known => order with { Payment = known.Payment, Version = order.Version + 1 },
        OrderEvent.RefundRecorded known => order with { Refunds = With(order.Refunds, known.Refund), Version = order.Version + 1 },
        OrderEvent.RefundTotalRecorded known => order with { Total = known.Total, Version = order.Version + 1 },
        OrderEvent.CancellationRecorded known => order with { CancelledAt = known.At, Version = order.Version + 1 },
        OrderEvent.NoticeRecorded noted => order with { Notices = With(order.Notices, noted.Notice), Version = order.Version + 1 },
        _ => throw new UnreachableException(),
    };

    // Of two that claim one id the greater counts: a refund is never made smaller.
    static List<Refund> With(IReadOnlyList<Refund> refunds, Refund refund) =>
        [.. refunds
            .Append(refund)
            .GroupBy(one => one.RefundId, StringComparer.Ordinal)
            .Select(same => same.OrderBy(one => one.AmountMinor).ThenBy(one => one.Currency, StringComparer.Ordinal).Last())
            .OrderBy(one => one.RefundId, StringComparer.Ordinal)
            .Take(MaxRefunds)];

    static List<Notice> With(IReadOnlyList<Notice> notices, Notice notice) =>
        [.. notices
            .Append(notice)
            .DistinctBy(one => (one.Id, one.Type))
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .ThenBy(one => one.Type, StringComparer.Ordinal)
            .Take(MaxNotices)];

    static bool Adds<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) => !before.SequenceEqual(after);

    static bool Exceeds(RefundTotal total, RefundTotal? other) =>
        other is null || total.AmountMinor > other.AmountMinor
        || (total.AmountMinor == other.AmountMinor && string.CompareOrdinal(total.Currency, other.Currency) > 0);

    static Notice NoticeOf(OrderFact fact) => new(
        fact.MessageId,
        fact switch
        {
            OrderFact.Paid => "paid",
            OrderFact.Refunded => "refunded",
            OrderFact.RefundsTotalled => "refunds-totalled",
            _ => "cancelled",
        },
        fact.At,
        fact.ReceivedAt);
}
