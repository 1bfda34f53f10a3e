using System.Text.Json.Serialization;

namespace Community.Trade.Orders;

/// <summary>
/// What is heard of an order: by which message, when it happened as the shop says, and when it was received. Messages come in any order and any
/// number of times.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(Refunded), "refunded")]
[JsonDerivedType(typeof(RefundsTotalled), "refunds-totalled")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record OrderFact(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt)
{
    /// <summary>It is paid.</summary>
    public sealed record Paid(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, Payment Payment) : OrderFact(MessageId, At, ReceivedAt);

    /// <summary>Part or all of it was given back.</summary>
    public sealed record Refunded(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, Refund Refund) : OrderFact(MessageId, At, ReceivedAt);

    /// <summary>So much had been given back in all.</summary>
    public sealed record RefundsTotalled(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, RefundTotal Total) : OrderFact(MessageId, At, ReceivedAt);

    /// <summary>It was cancelled.</summary>
    public sealed record Cancelled(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt) : OrderFact(MessageId, At, ReceivedAt);
}

/// <summary>News, and the order that it is about.</summary>
public sealed record OrderUpdate(string OrderId, OrderFact Fact);
