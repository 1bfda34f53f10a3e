using Community.Insights.Cohorts;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Insights.Cohorts;

public sealed class CohortRulesTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    static readonly DateTimeOffset First = new(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(8));

    static readonly Gen<CohortMember> Members =
        from orders in Gen.Choose(0, 4).SelectMany(count => (
            from days in Gen.Choose(0, 200)
            from amount in Gen.Choose(1, 5)
            from currency in Gen.Frequency((9, Gen.Constant("CNY")), (1, Gen.Constant("USD")))
            select new CohortOrder(First.AddDays(days), amount * 100, currency)).ListOf(count))
        from referrals in Gen.Choose(0, 2).SelectMany(count =>
            Gen.Choose(-20, 200).Select(days => First.AddDays(days)).ListOf(count))
        select new CohortMember("m", [.. orders], [.. referrals]);

    [Fact]
    public void Member_is_in_the_local_month_of_the_first_order()
    {
        var cohorts = CohortRules.Build(
            [Member([Order(2), Order(0)]), Member([Order(0.2)]), Member([])], Zone, First.AddDays(400));

        Assert.Equal(
            [(new DateOnly(2026, 11, 1), 1), (new DateOnly(2026, 12, 1), 1)],
            cohorts.Select(cohort => (cohort.Month, cohort.Members)));
    }

    [Fact]
    public void Repurchase_upgrade_and_referral_count_within_their_days()
    {
        var cohort = Assert.Single(CohortRules.Build(
            [
                Member([Order(0, 990), Order(29, 500), Order(45, 9_900)], First.AddDays(80)),
                Member([Order(0, 990), Order(91, 9_900)], First.AddDays(-1)),
            ],
            Zone,
            First.AddDays(400)));

        Assert.Equal(
            [(30, 1, 0, 0), (60, 1, 1, 0), (90, 1, 1, 1)],
            cohort.Windows.Select(window => (window.Days, window.Repurchased, window.Upgraded, window.Referred)));
        Assert.Equal(0.5, cohort.Windows[2].ReferralShare);
    }

    [Fact]
    public void Window_is_mature_when_its_days_are_over_for_the_last_day_of_the_month()
    {
        // 30 days after the last instant of November are over on December 31.
        var eve = new DateTimeOffset(2026, 12, 30, 23, 59, 0, TimeSpan.FromHours(8));

        Assert.False(MaturityAt(eve));
        Assert.True(MaturityAt(eve.AddMinutes(1)));
    }

    [Theory]
    [Seeds(1, 20261128)]
    public void Counts_grow_with_the_days_and_shares_are_parts(ulong seed) =>
        Property.CheckSequences(seed, Members, members =>
        {
            var cohorts = CohortRules.Build(members, Zone, First.AddDays(100));

            Assert.Equal(members.Count(member => member.Orders.Count > 0), cohorts.Sum(cohort => cohort.Members));
            Assert.Equal(cohorts.OrderBy(cohort => cohort.Month), cohorts);
            foreach (var cohort in cohorts)
            {
                Assert.Equal(CohortRules.Days, cohort.Windows.Select(window => window.Days));
                Assert.All(cohort.Windows, window =>
                {
                    Assert.All(
                        new[] { window.RepurchaseShare, window.UpgradeShare, window.ReferralShare },
                        share => Assert.InRange(share, 0, 1));
                    Assert.InRange(window.Upgraded, 0, window.Repurchased);
                });
                foreach (var (shorter, longer) in cohort.Windows.Zip(cohort.Windows.Skip(1)))
                {
                    Assert.InRange(shorter.Repurchased, 0, longer.Repurchased);
                    Assert.InRange(shorter.Upgraded, 0, longer.Upgraded);
                    Assert.InRange(shorter.Referred, 0, longer.Referred);
                    Assert.True(shorter.IsMature || !longer.IsMature);
                }
            }
        });

    static bool MaturityAt(DateTimeOffset now) =>
        Assert.Single(CohortRules.Build([Member([Order(0)])], Zone, now)).Windows[0].IsMature;

    static CohortMember Member(IReadOnlyList<CohortOrder> orders, params DateTimeOffset[] referrals) =>
        new("m", orders, referrals);

    static CohortOrder Order(double days, long amount = 990) => new(First.AddDays(days), amount, "CNY");
}
