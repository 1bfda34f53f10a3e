using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>A group send that a delivery has, and the instant at which it got it.</summary>
public sealed record GroupSendPlace(string Key, DateTimeOffset At);

/// <summary>
/// The group sends (客户群群发) that the app makes to one group: for a sale, or for a push by <see cref="GroupSendRule"/>.
/// A person sends other messages by hand, without a limit. A place that a fast clock took is discarded.
/// </summary>
public sealed record GroupSendBudget
{
    /// <summary>The places of the latest period that had one.</summary>
    public IReadOnlyList<GroupSendPlace> Places { get; init; } = [];

    /// <summary>
    /// The budget after the reservation; null when the delivery gets no group send now. <paramref name="seen"/> is what
    /// the platform told of the group sends of others, null for nothing.
    /// </summary>
    public GroupSendBudget? Reserve(
        Delivery delivery, DateTimeOffset now, GroupSendRule rule, GroupSendsSeen? seen = null) => delivery switch
        {
            { Priority: DeliveryPriority.Sale } => Reserve(delivery.Key, now, rule, LeftAt(now, rule, seen) > 0),
            { Priority: DeliveryPriority.Push, GroupSendCutoff: { } cutoff } =>
                ReserveForPush(delivery.Key, now, cutoff, rule, seen),
            _ => null,
        };

    /// <summary>
    /// The budget after the reservation for a content push; null when the group sends are kept for sales or used up.
    /// </summary>
    public GroupSendBudget? ReserveForPush(
        string key, DateTimeOffset now, TimeOnly cutoff, GroupSendRule rule, GroupSendsSeen? seen = null) =>
        Reserve(key, now, rule, rule.IsForPush(LeftAt(now, rule, seen), now, cutoff));

    /// <summary>The budget without the place of a delivery for which the channel prepared no group send.</summary>
    public GroupSendBudget Release(string key) => Places.Any(place => place.Key == key)
        ? new GroupSendBudget { Places = [.. Places.Where(place => place.Key != key)] }
        : this;

    /// <summary>The places that deliveries of the app have in the period of <paramref name="now"/>.</summary>
    public int UsedAt(DateTimeOffset now, GroupSendRule rule) => PlacesAt(now, rule).Count();

    /// <summary>What the limit leaves in the period of <paramref name="now"/>.</summary>
    public int LeftAt(DateTimeOffset now, GroupSendRule rule, GroupSendsSeen? seen)
    {
        var period = rule.PeriodAt(now);
        return Math.Max(0, period.Allowance - UsedAt(now, rule) - (seen?.CountIn(period) ?? 0));
    }

    /// <summary>The instant of a place that a fast clock took; null when there is none.</summary>
    public DateTimeOffset? FindFuture(DateTimeOffset now) =>
        Places.FirstOrDefault(place => ClockRule.IsFromFuture(place.At, now))?.At;

    GroupSendBudget? Reserve(string key, DateTimeOffset now, GroupSendRule rule, bool isFree)
    {
        var places = PlacesAt(now, rule).ToList();
        if (places.Exists(place => place.Key == key)) return this;
        return isFree ? new GroupSendBudget { Places = [.. places, new GroupSendPlace(key, now)] } : null;
    }

    // A place of a clock that is a little ahead may lie in the next period, and counts in this one too.
    IEnumerable<GroupSendPlace> PlacesAt(DateTimeOffset now, GroupSendRule rule)
    {
        var first = rule.PeriodAt(now).First;
        return Places.Where(place => place.At.DateIn(rule.Zone) >= first && !ClockRule.IsFromFuture(place.At, now));
    }
}
