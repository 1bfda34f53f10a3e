using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>
/// The group sends of the platform to one group: one a calendar day (WeCom 客户群群发), kept for sales. A person sends other
/// messages by hand, without a limit. <paramref name="Key"/> is the delivery that has the send of
/// <paramref name="Day"/>.
/// </summary>
public sealed record GroupSendBudget(DateOnly Day = default, string? Key = null)
{
    public DateTimeOffset? ReservedAt { get; init; }

    /// <summary>
    /// The budget after the reservation; null when the delivery gets no group send on this day. A reservation that a
    /// fast clock made is discarded.
    /// </summary>
    public GroupSendBudget? Reserve(Delivery delivery, DateOnly today, DateTimeOffset now)
    {
        if (delivery.Priority is not DeliveryPriority.Sale) return null;
        if (today > Day || IsFromFuture(now))
            return new GroupSendBudget(today, delivery.Key) { ReservedAt = now };
        return today == Day && delivery.Key == Key ? this : null;
    }

    public bool IsFromFuture(DateTimeOffset now) => ClockRule.IsFromFuture(ReservedAt, now);
}
