using System.Text.Json.Serialization;

namespace Community.Trade.Orders;

public enum OrderState
{
    Waiting,

    Paid,

    PartlyRefunded,

    Refunded,

    /// <summary>Cancelled and not refunded in full.</summary>
    Cancelled,
}

/// <summary>
/// A message about an order. <paramref name="Type"/> is <c>paid</c>, <c>refunded</c>, <c>refunds-totalled</c> or
/// <c>cancelled</c>.
/// </summary>
public sealed record Notice(string Id, string Type, DateTimeOffset At, DateTimeOffset ReceivedAt)
{
    /// <summary>True for the statement of a file; it is kept while that statement counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsImported { get; init; }
}

/// <summary>
/// One order (订单) of one shop. Its facts are kept as sets and maxima, so its state does not depend on the sequence of
/// messages.
/// </summary>
public sealed record Order(string Shop, string OrderId)
{
    public Payment? Payment { get; init; }

    /// <summary>Refunds in order of their shortened ids, also those that arrive before the payment.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>False when there are more refunds than <see cref="OrderRules.MaxRefunds"/>.</summary>
    public bool HasAllRefunds { get; init; } = true;

    /// <summary>The largest total of refunds that the shop signed.</summary>
    public RefundTotal? Total { get; init; }

    /// <summary>
    /// The refunds of the latest file. They can add to those that the shop signed, and take none of them back.
    /// </summary>
    public ImportedRefunds? ImportedRefunds { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public long Version { get; init; }

    [JsonIgnore]
    public long AmountMinor => Payment?.AmountMinor ?? 0;

    /// <summary>The refunds in the currency of the payment, at most the payment.</summary>
    [JsonIgnore]
    public long RefundedMinor => Payment is null ? 0 : new[]
    {
        Refunds.Where(refund => refund.Currency == Payment.Currency).Sum(refund => refund.AmountMinor),
        Total?.Currency == Payment.Currency ? Total.AmountMinor : 0,
        ImportedRefunds?.Currency == Payment.Currency ? ImportedRefunds.AmountMinor : 0,
    }.Max(refunded => Math.Min(refunded, Payment.AmountMinor));

    /// <summary>
    /// True when a refund that the shop signed is in another currency than the payment and therefore not counted. The
    /// report of an import lists the orders whose currency differs in the file.
    /// </summary>
    [JsonIgnore]
    public bool MixesCurrencies => Payment is not null
        && (Refunds.Any(refund => refund.Currency != Payment.Currency)
            || (Total is not null && Total.Currency != Payment.Currency));

    [JsonIgnore]
    public OrderState State => this switch
    {
        { Payment: null, CancelledAt: null } => OrderState.Waiting,
        { Payment: not null, RefundedMinor: > 0 } when RefundedMinor == AmountMinor => OrderState.Refunded,
        { CancelledAt: not null } => OrderState.Cancelled,
        { RefundedMinor: > 0 } => OrderState.PartlyRefunded,
        _ => OrderState.Paid,
    };

    [JsonIgnore]
    public bool Counts => State is OrderState.Paid or OrderState.PartlyRefunded;

    [JsonIgnore]
    public DateTimeOffset? At => Payment?.PaidAt ?? (Notices.Count > 0 ? Notices[0].At : null);
}
