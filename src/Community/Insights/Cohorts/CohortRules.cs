using Community.Platform;

namespace Community.Insights.Cohorts;

/// <summary>Members of a group by the local month of their first order, and what they did after it.</summary>
public static class CohortRules
{
    /// <summary>The lengths of the windows in days.</summary>
    public static IReadOnlyList<int> Days { get; } = [30, 60, 90];

    /// <summary>The cohorts, the earliest first; members without an order are in none.</summary>
    public static IReadOnlyList<Cohort> Build(
        IEnumerable<CohortMember> members, TimeZoneInfo zone, DateTimeOffset now) =>
    [
        .. members
            .Where(member => member.Orders.Count > 0)
            .Select(Buyer.From)
            .GroupBy(buyer => MonthOf(buyer.First.At, zone))
            .OrderBy(month => month.Key)
            .Select(month => ToCohort(month.Key, [.. month], zone, now)),
    ];

    static Cohort ToCohort(DateOnly month, IReadOnlyList<Buyer> buyers, TimeZoneInfo zone, DateTimeOffset now) =>
        new(month, buyers.Count, [.. Days.Select(days => ToWindow(days, month, buyers, zone, now))]);

    static CohortWindow ToWindow(
        int days, DateOnly month, IReadOnlyList<Buyer> buyers, TimeZoneInfo zone, DateTimeOffset now)
    {
        var repurchased = buyers.Count(buyer => buyer.LaterOrders(days).Any());
        var upgraded = buyers.Count(buyer => buyer.LaterOrders(days).Any(buyer.IsUpgrade));
        var referred = buyers.Count(buyer => buyer.Referrals.Any(at => buyer.IsWithin(at, days)));
        return new CohortWindow(
            days,
            repurchased,
            upgraded,
            referred,
            (double)repurchased / buyers.Count,
            (double)upgraded / buyers.Count,
            (double)referred / buyers.Count,
            now.DateIn(zone) >= month.AddMonths(1).AddDays(days));
    }

    static DateOnly MonthOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var day = at.DateIn(zone);
        return new DateOnly(day.Year, day.Month, 1);
    }

    sealed record Buyer(CohortOrder First, IReadOnlyList<CohortOrder> Later, IReadOnlyList<DateTimeOffset> Referrals)
    {
        // Of two orders of one instant the cheaper one is the first.
        public static Buyer From(CohortMember member)
        {
            var orders = member.Orders.OrderBy(order => order.At).ThenBy(order => order.AmountMinor).ToList();
            return new Buyer(orders[0], orders[1..], member.Referrals);
        }

        public IEnumerable<CohortOrder> LaterOrders(int days) => Later.Where(order => IsWithin(order.At, days));

        public bool IsUpgrade(CohortOrder order) =>
            order.Currency == First.Currency && order.AmountMinor > First.AmountMinor;

        public bool IsWithin(DateTimeOffset at, int days) => at >= First.At && at <= First.At + TimeSpan.FromDays(days);
    }
}
