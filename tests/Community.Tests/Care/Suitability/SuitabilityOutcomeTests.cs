using Community.Care.Suitability;
using Community.Groups;
using Community.Platform;
using Community.Selling.Offers;
using Community.Tests.Groups;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.Suitability;

public sealed class SuitabilityOutcomeTests
{
    static readonly SuitabilityAdvice Advice = new(
        SuitabilityVerdict.Selective,
        Sides: [],
        Notes: [],
        [new FittingKind(GroupKind.Delivery, "交付群"), new FittingKind(GroupKind.SuperUser, "超级用户群")]);

    static readonly Gen<GroupOutcome> Outcomes =
        from kind in Gen.Elements(Enum.GetValues<GroupKind>())
        from state in Gen.Elements(Enum.GetValues<GroupState>())
        from members in Gen.Choose(0, 200)
        from left in Gen.Choose(0, 50)
        from orders in Gen.Choose(0, 30)
        from currency in Gen.Elements("CNY", "JPY")
        select GroupOutcome.From(
            Advice,
            SampleGroup.PlannedGroup() with { Kind = kind, State = state, MemberCount = members },
            members + left,
            new OfferTotals(orders, 2 * orders, MoneyByCurrency.Of(9_900 * orders, currency)),
            Instants.Evening);

    [Theory]
    [Seeds(1, 2, 3)]
    public void Kinds_add_up_to_the_totals(ulong seed) =>
        Property.CheckSequences(seed, Outcomes, groups =>
        {
            var outcome = SuitabilityOutcome.Compare(Advice, groups, Instants.Evening);

            Assert.Equal(outcome.Totals.Groups, outcome.Kinds.Sum(kind => kind.Totals.Groups));
            Assert.Equal(outcome.Totals.Alive, outcome.Kinds.Sum(kind => kind.Totals.Alive));
            Assert.Equal(outcome.Totals.Members, outcome.Kinds.Sum(kind => kind.Totals.Members));
            Assert.Equal(outcome.Totals.Joined, outcome.Kinds.Sum(kind => kind.Totals.Joined));
            Assert.Equal(outcome.Totals.Orders, outcome.Kinds.Sum(kind => kind.Totals.Orders));
            Assert.Equal(outcome.Totals.Units, outcome.Kinds.Sum(kind => kind.Totals.Units));
            Assert.Equal(
                outcome.Totals.Revenue,
                outcome.Kinds.Aggregate(MoneyByCurrency.None, (sum, kind) => sum.Add(kind.Totals.Revenue)));
        });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Kinds_are_those_that_were_recommended_and_those_with_groups(ulong seed) =>
        Property.CheckSequences(seed, Outcomes, groups =>
        {
            var outcome = SuitabilityOutcome.Compare(Advice, groups, Instants.Evening);

            Assert.Equal(
                groups.Select(group => group.Kind)
                    .Concat([GroupKind.SuperUser, GroupKind.Delivery])
                    .Distinct()
                    .Order(),
                outcome.Kinds.Select(kind => kind.Kind));
            Assert.All(outcome.Kinds, kind => Assert.Equal(
                kind.Kind is GroupKind.SuperUser or GroupKind.Delivery, kind.IsRecommended));
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(23, 0)]
    [InlineData(24, 1)]
    [InlineData(24 * 40, 40)]
    public void Group_lives_whole_days_from_its_opening(int hours, int days)
    {
        var group = SampleGroup.OpenGroup() with { OpenedAt = Instants.Evening };

        Assert.Equal(days, DaysLived(group, Instants.Evening.AddHours(hours)));
    }

    [Fact]
    public void Days_end_with_the_dissolution_and_a_group_without_an_opening_has_none()
    {
        var opened = SampleGroup.OpenGroup() with { OpenedAt = Instants.Evening };
        var dissolved = opened with { State = GroupState.Dissolved, DissolvedAt = Instants.Evening.AddDays(3) };

        Assert.Equal(3, DaysLived(dissolved, Instants.Evening.AddDays(30)));
        Assert.Null(DaysLived(SampleGroup.PlannedGroup(), Instants.Evening.AddDays(30)));
    }

    [Fact]
    public void Same_groups_again_change_nothing()
    {
        var answers = new SuitabilityAnswers(new(true, true, false), new(3, true), new(true, true));
        var before = new SuitabilityAssessment("tea", "春茶", answers, Advice, Instants.Evening, By: null)
            .NameGroups(["tea-1", "tea-2"], "小周", Instants.Evening);

        Assert.Same(before, before.NameGroups(["tea-1", "tea-2"], "小陈", Instants.Evening.AddDays(1)));
        var after = before.NameGroups(["tea-2"], "小陈", Instants.Evening.AddDays(1));
        Assert.Equal(("tea-2", "小陈"), (Assert.Single(after.GroupIds), after.GroupsNamedBy));
    }

    static int? DaysLived(Group group, DateTimeOffset now) =>
        GroupOutcome.From(Advice, group, joined: 0, OfferTotals.None, now).DaysLived;
}
