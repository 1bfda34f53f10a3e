using System.Text.Json.Serialization;

namespace Community.Trade.Orders;

/// <summary>
/// One fact that a message states about an order: <paramref name="At"/> is the shop's instant. Facts arrive in any
/// sequence and may repeat.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(Refunded), "refunded")]
[JsonDerivedType(typeof(RefundsTotalled), "refunds-totalled")]
[JsonDerivedType(typeof(RefundsImported), "refunds-imported")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record OrderFact(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt)
{
    public sealed record Paid(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, Payment Payment)
        : OrderFact(MessageId, At, ReceivedAt);

    public sealed record Refunded(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, Refund Refund)
        : OrderFact(MessageId, At, ReceivedAt);

    public sealed record RefundsTotalled(
        string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, RefundTotal Total)
        : OrderFact(MessageId, At, ReceivedAt);

    public sealed record RefundsImported(
        string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt, ImportedRefunds Refunds)
        : OrderFact(MessageId, At, ReceivedAt);

    public sealed record Cancelled(string MessageId, DateTimeOffset At, DateTimeOffset ReceivedAt)
        : OrderFact(MessageId, At, ReceivedAt);
}

public sealed record OrderUpdate(string OrderId, OrderFact Fact);
