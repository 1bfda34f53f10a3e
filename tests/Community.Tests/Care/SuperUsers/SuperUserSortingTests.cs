using System.Globalization;
using Community.Care.SuperUsers;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.SuperUsers;

public sealed class SuperUserSortingTests
{
    static readonly Gen<SuperUserFigures> Figures =
        from spent in Gen.Choose(0, 20)
        from orders in Gen.Choose(0, 20)
        from credits in Gen.Choose(0, 20)
        from days in Gen.Choose(0, 20)
        select new SuperUserFigures(spent, orders, credits, days);

    static readonly Gen<IReadOnlyList<SuperUserRule>> RuleSets =
        from count in Gen.Choose(1, 4)
        from least in Gen.ArrayOf(Gen.Choose(1, 20), 4)
        select (IReadOnlyList<SuperUserRule>)
            [.. Enum.GetValues<SuperUserFigure>().Take(count).Zip(least, (figure, n) => new SuperUserRule(figure, n))];

    [Theory]
    [InlineData(4, SuperUserSort.Super)]
    [InlineData(3, SuperUserSort.Potential)]
    [InlineData(2, SuperUserSort.Potential)]
    [InlineData(1, SuperUserSort.None)]
    public void Half_of_the_only_rule_makes_a_person_potential(int orders, SuperUserSort sort) => Assert.Equal(
        sort,
        SuperUserSorting.Sort(
            [new SuperUserRule(SuperUserFigure.Orders, 4)], SuperUserFigures.None with { Orders = orders }));

    [Theory]
    [InlineData(500, 5, SuperUserSort.Super)]
    [InlineData(500, 0, SuperUserSort.Potential)]
    [InlineData(250, 3, SuperUserSort.Potential)]
    [InlineData(249, 4, SuperUserSort.None)]
    public void Half_of_the_rules_or_of_every_figure_makes_a_person_potential(
        long spent, long credits, SuperUserSort sort) => Assert.Equal(
        sort,
        SuperUserSorting.Sort(
            [new(SuperUserFigure.SpentMinor, 500), new(SuperUserFigure.Credits, 5)],
            new SuperUserFigures(spent, Orders: 9, credits, ActiveDays: 0)));

    [Fact]
    public void More_of_a_figure_never_sorts_a_person_lower() => Prop.ForAll(
        Arb.From(Figures),
        Arb.From(Figures),
        Arb.From(RuleSets),
        (figures, more, rules) =>
        {
            var higher = new SuperUserFigures(
                figures.SpentMinor + more.SpentMinor,
                figures.Orders + more.Orders,
                figures.Credits + more.Credits,
                figures.ActiveDays + more.ActiveDays);
            Assert.True(SuperUserSorting.Sort(rules, higher) >= SuperUserSorting.Sort(rules, figures));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_of_the_last_90_count_once_each()
    {
        var today = new DateOnly(2026, 11, 28);

        Assert.Equal(2, SuperUserFigures.CountDays(
            [today, today, today.AddDays(-89), today.AddDays(-90), today.AddDays(1)], today));
    }

    [Theory]
    [InlineData("2026-11-28", "2026-Q4", "2027-01-01")]
    [InlineData("2027-01-01", "2027-Q1", "2027-04-01")]
    [InlineData("2027-06-30", "2027-Q2", "2027-07-01")]
    public void Quarter_ends_on_the_first_day_of_the_next(string day, string id, string next)
    {
        var quarter = ReviewQuarter.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(id, quarter.Id);
        Assert.Equal(DateOnly.Parse(next, CultureInfo.InvariantCulture), quarter.Next.FirstDay);
    }
}
