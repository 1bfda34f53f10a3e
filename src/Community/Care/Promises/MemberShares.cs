using Community.Groups.Members;

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

    /// <summary>The ids of those who were in the group at an instant, by their latest join and leave.</summary>
    public static IReadOnlyList<string> PresentAt(IEnumerable<Member> members, DateTimeOffset at) =>
    [
        .. from member in members
           where member.JoinedAt <= at && (member.IsPresent || member.LeftAt > at)
           select member.MemberId,
    ];

    /// <summary>
    /// The share of a member. A <see cref="PromiseKind.Learning"/> unit for the whole group reaches those who were in
    /// it then, in this stay or in an earlier one. <paramref name="joinedAt"/> is the latest join; null for a person of
    /// whom none is known.
    /// </summary>
    public MemberShare Of(string memberId, DateTimeOffset? joinedAt)
    {
        var (delivered, extras) = (0, 0);
        foreach (var unit in promise.Units)
        {
            var got = named.GetValueOrDefault((unit.Number, memberId)) + OfWholeGroup(unit);
            delivered += Math.Min(got, unit.Quantity);
            extras += Math.Max(0, got - unit.Quantity);
        }

        return new MemberShare(delivered, extras);

        int OfWholeGroup(PromisedUnit unit) => promise.Kind is PromiseKind.Service
            ? 0
            : ofUnits[unit.Number]
                .Where(delivery => delivery.MemberIds.Count == 0 && Reached(delivery))
                .Sum(delivery => delivery.Quantity);

        bool Reached(UnitDelivery delivery) =>
            delivery.At >= joinedAt || delivery.Present.Contains(memberId, StringComparer.Ordinal);
    }
}
