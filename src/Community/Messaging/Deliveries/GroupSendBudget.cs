namespace Community.Messaging.Deliveries;

/// <summary>
/// The platform's group sends to one group: one a calendar day, and so at most as many a month as the month has days (WeCom 客户群群发). The day's
/// one is kept for what sells; everything else is said by a person in the group, where no such limit holds. <paramref name="Key"/> names who had
/// it on <paramref name="Day"/>, so that its own repeat finds its own place.
/// </summary>
public sealed record GroupSendBudget(DateOnly Day = default, string? Key = null)
{
    /// <summary>The budget with this delivery's place on this day; null when there is none for it.</summary>
    public GroupSendBudget? Reserve(Delivery delivery, DateOnly today)
    {
        if (delivery.Priority is not DeliveryPriority.Sale) return null;
        if (today > Day) return new GroupSendBudget(today, delivery.Key);
        return today == Day && delivery.Key == Key ? this : null;
    }
}
