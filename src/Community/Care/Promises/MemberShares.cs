namespace Community.Care.Promises;

/// <summary>What a member got of a promise, within its quantities and beyond.</summary>
public sealed record MemberShare(int Delivered, int Extras);

/// <summary>What each member got of a promise, read from its deliveries.</summary>
public sealed class MemberShares(Promise promise, IReadOnlyList<UnitDelivery> deliveries)
{
    readonly ILookup<int, UnitDelivery> ofUnits = deliveries.ToLookup(delivery => delivery.Unit);

    readonly Dictionary<(int Unit, string MemberId), int> named = deliveries
        .SelectMany(delivery => delivery.MemberIds.Select(member => (delivery.Unit, member, delivery.Quantity)))
        .GroupBy(part => (part.Unit, part.member))
        .ToDictionary(parts => parts.Key, parts => parts.Sum(part => part.Quantity));

    /// <summary>The members who are named in deliveries.</summary>
    public IEnumerable<string> Named => named.Keys.Select(key => key.MemberId).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The share of a member. A <see cref="PromiseKind.Learning"/> unit for the whole group reaches those who had
    /// joined by then. <paramref name="joinedAt"/> is null for a person of whom no join is known.
    /// </summary>
    public MemberShare Of(string memberId, DateTimeOffset? joinedAt)
    {
        var (delivered, extras) = (0, 0);
        foreach (var unit in promise.Units)
        {
            var got = named.GetValueOrDefault((unit.Number, memberId)) + OfWholeGroup(unit, joinedAt);
            delivered += Math.Min(got, unit.Quantity);
            extras += Math.Max(0, got - unit.Quantity);
        }

        return new MemberShare(delivered, extras);
    }

    int OfWholeGroup(PromisedUnit unit, DateTimeOffset? joinedAt) => promise.Kind is PromiseKind.Service
        ? 0
        : ofUnits[unit.Number]
            .Where(delivery => delivery.MemberIds.Count == 0 && delivery.At >= joinedAt)
            .Sum(delivery => delivery.Quantity);
}
