namespace Community.Care.Promises;

/// <summary>
/// How much of a unit was delivered, and since when its promise is kept. The order in which deliveries are given makes
/// no difference.
/// </summary>
public sealed record DeliveryCount(int Amount, DateTimeOffset? ReachedAt)
{
    /// <summary>
    /// Of <see cref="PromiseKind.Service"/> the sum of what was redeemed. Of <see cref="PromiseKind.Learning"/> what
    /// the member got who got most, so that homework of many members is one homework.
    /// </summary>
    public static DeliveryCount Of(PromiseKind kind, int promised, IEnumerable<UnitDelivery> deliveries)
    {
        Func<UnitDelivery, int> add = kind is PromiseKind.Service ? new Redeemed().Add : new Learned().Add;
        var count = new DeliveryCount(0, null);
        foreach (var delivery in deliveries.OrderBy(delivery => delivery.At))
        {
            var amount = add(delivery);
            count = new(amount, count.ReachedAt ?? (amount >= promised ? delivery.At : null));
        }

        return count;
    }

    sealed class Redeemed
    {
        int amount;

        public int Add(UnitDelivery delivery) =>
            amount += delivery.Quantity * Math.Max(1, delivery.MemberIds.Count);
    }

    sealed class Learned
    {
        readonly Dictionary<string, int> ofMembers = new(StringComparer.Ordinal);
        int ofAll;
        int most;

        public int Add(UnitDelivery delivery)
        {
            if (delivery.MemberIds.Count == 0) ofAll += delivery.Quantity;
            foreach (var member in delivery.MemberIds)
            {
                ofMembers[member] = ofMembers.GetValueOrDefault(member) + delivery.Quantity;
                most = Math.Max(most, ofMembers[member]);
            }

            return ofAll + most;
        }
    }
}
