using Community.Acquisition.Standings;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

/// <summary>The totals of a report stay unchanged, and later changes become amendments.</summary>
public class SettledTotalsTests
{
    static readonly Tier[] Tiers =
    [
        new("t1", 1, new RewardTerms(RewardKind.Points, "积分") { Points = 10 }),
        new("t2", 2, new RewardTerms(RewardKind.Discount, "7折") { PercentOff = 30 }),
    ];

    static Gen<(IReadOnlyList<SampleMembershipChange> Before, IReadOnlyList<SampleMembershipChange> After)> Histories =>
        from before in SampleMembershipChange.Any.ListOf()
        from after in SampleMembershipChange.Any.ListOf()
        select ((IReadOnlyList<SampleMembershipChange>)[.. before], (IReadOnlyList<SampleMembershipChange>)[.. after]);

    [Theory]
    [Seeds(1, 20261124)]
    public void Settled_totals_never_change(ulong seed) => Property.Check(seed, Histories, history =>
    {
        var (model, settled) = Settle(history.Before);

        foreach (var change in history.After) model.Record(change);
        SettleAll(model);

        Assert.All(settled, totals => Assert.Equal(totals.Value, model.StandingOf(totals.Key).SettledTotals));
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Amendments_connect_the_report_with_the_present_totals(ulong seed) =>
        Property.Check(seed, Histories, history =>
        {
            var (model, settled) = Settle(history.Before);

            foreach (var change in history.After) model.Record(change);

            foreach (var member in model.Members)
            {
                var totals = settled.GetValueOrDefault(member, SettledTotals.None);
                foreach (var amendment in model.Amendments.Where(amendment => amendment.MemberId == member))
                {
                    Assert.Equal(totals, amendment.Before);
                    Assert.NotEqual(amendment.Before, amendment.After);
                    totals = amendment.After;
                }

                Assert.Equal(SettledTotals.From(model.StandingOf(member)), totals);
            }
        });

    [Theory]
    [Seeds(1, 20261124)]
    public void Unsettled_standings_have_no_amendments(ulong seed) =>
        Property.CheckSequences(seed, SampleMembershipChange.Any, changes =>
        {
            var model = new StandingModel(tiers: Tiers);

            foreach (var change in changes) model.Record(change);

            Assert.Empty(model.Amendments);
        });

    static (StandingModel Model, IReadOnlyDictionary<string, SettledTotals> Settled) Settle(
        IEnumerable<SampleMembershipChange> changes)
    {
        var model = new StandingModel(tiers: Tiers);
        foreach (var change in changes) model.Record(change);
        model.IsReported = true;
        SettleAll(model);
        var totals = model.Members.ToDictionary(
            member => member, member => SettledTotals.From(model.StandingOf(member)), StringComparer.Ordinal);
        return (model, totals);
    }

    static void SettleAll(StandingModel model)
    {
        foreach (var member in model.Members.ToList()) model.Decide(member, null, new StandingCommand.Settle());
    }
}
