using System.Text.Json.Serialization;

namespace Community.Trade.Orders;

/// <summary>How an order stands.</summary>
public enum OrderState
{
    /// <summary>Something was heard of it, but not yet that it is paid.</summary>
    Waiting,

    /// <summary>Paid in full.</summary>
    Paid,

    /// <summary>Part of it was given back.</summary>
    PartlyRefunded,

    /// <summary>All of it was given back.</summary>
    Refunded,

    /// <summary>Cancelled, with all of its money given back or not.</summary>
    Cancelled,
}

/// <summary>A message that told something of an order. <paramref name="Type"/> is <c>paid</c>, <c>refunded</c>, <c>refunds-totalled</c> or <c>cancelled</c>.</summary>
public sealed record Notice(string Id, string Type, DateTimeOffset At, DateTimeOffset ReceivedAt);

/// <summary>
/// One order (订单) of one shop: what is known of it, from which its state follows. What is kept is a set, so that the order in which it was heard
/// does not matter.
/// </summary>
public sealed record Order(string Shop, string OrderId)
{
    /// <summary>The payment that counts; null until one is heard of.</summary>
    public Payment? Payment { get; init; }

    /// <summary>Refunds, each once, in order of id; those that come before the payment wait here for it.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>The most that an imported file says was given back.</summary>
    public RefundTotal? Total { get; init; }

    /// <summary>When it was first cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The messages that told of it, earliest first.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>How often this changed.</summary>
    public long Version { get; init; }

    /// <summary>What is paid; zero until it is.</summary>
    [JsonIgnore]
    public long AmountMinor => Payment?.AmountMinor ?? 0;

    /// <summary>What was given back: never more than was paid, and only in the payment's own currency.</summary>
    [JsonIgnore]
    public long RefundedMinor => Payment is null ? 0 : Math.Min(
        Payment.AmountMinor,
        Math.Max(
            Refunds.Where(refund => refund.Currency == Payment.Currency).Sum(refund => refund.AmountMinor),
            Total?.Currency == Payment.Currency ? Total.AmountMinor : 0));

    /// <summary>True when a refund is in another currency than the payment: it is not counted, and somebody should look.</summary>
    [JsonIgnore]
    public bool MixesCurrencies => Payment is not null && (Refunds.Any(refund => refund.Currency != Payment.Currency) || (Total is not null && Total.Currency != Payment.Currency));

    /// <summary>How it stands.</summary>
    [JsonIgnore]
    public OrderState State => this switch
    {
        { Payment: null, CancelledAt: null } => OrderState.Waiting,
        { Payment: not null, RefundedMinor: > 0 } when RefundedMinor == AmountMinor => OrderState.Refunded,
        { CancelledAt: not null } => OrderState.Cancelled,
        { RefundedMinor: > 0 } => OrderState.PartlyRefunded,
        _ => OrderState.Paid,
    };

    /// <summary>True while it earns credit: paid, and neither given back in full nor cancelled.</summary>
    [JsonIgnore]
    public bool Counts => State is OrderState.Paid or OrderState.PartlyRefunded;

    /// <summary>When it happened, as far as is known: when it was paid, else the earliest that was heard of it.</summary>
    [JsonIgnore]
    public DateTimeOffset? At => Payment?.PaidAt ?? (Notices.Count > 0 ? Notices[0].At : null);
}
