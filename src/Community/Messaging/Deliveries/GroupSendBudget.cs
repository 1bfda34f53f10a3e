using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>
/// The group sends of the platform to one group: one a local day (WeCom 客户群群发), for a sale, or for a push by
/// <see cref="GroupSendRule"/>. A person sends other messages by hand, without a limit. <paramref name="Key"/> is the
/// delivery that has the send of <paramref name="Day"/>.
/// </summary>
public sealed record GroupSendBudget(DateOnly Day = default, string? Key = null)
{
    public DateTimeOffset? ReservedAt { get; init; }

    /// <summary>
    /// The budget after the reservation; null when the delivery gets no group send on this day. A reservation that a
    /// fast clock made is discarded.
    /// </summary>
    public GroupSendBudget? Reserve(Delivery delivery, DateTimeOffset now, TimeZoneInfo zone) => delivery switch
    {
        { Priority: DeliveryPriority.Sale } => ReserveForSale(delivery.Key, now, zone),
        { Priority: DeliveryPriority.Push, GroupSendCutoff: { } cutoff } =>
            ReserveForPush(delivery.Key, now, cutoff, zone),
        _ => null,
    };

    /// <summary>
    /// The budget after the reservation for a content push; null when the day's group send is kept for a sale or taken.
    /// </summary>
    public GroupSendBudget? ReserveForPush(string key, DateTimeOffset now, TimeOnly cutoff, TimeZoneInfo zone)
    {
        var today = now.DateIn(zone);
        if (today == Day && key == Key) return this;
        return GroupSendRule.IsForPush(this, now, cutoff, zone)
            ? new GroupSendBudget(today, key) { ReservedAt = now }
            : null;
    }

    public bool IsFromFuture(DateTimeOffset now) => ClockRule.IsFromFuture(ReservedAt, now);

    GroupSendBudget? ReserveForSale(string key, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = now.DateIn(zone);
        if (today > Day || IsFromFuture(now)) return new GroupSendBudget(today, key) { ReservedAt = now };
        return today == Day && key == Key ? this : null;
    }
}
