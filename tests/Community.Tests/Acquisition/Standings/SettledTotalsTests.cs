using Community.Acquisition.Standings;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

/// <summary>What a report has counted stays as it was counted, and what becomes known later is told beside it.</summary>
public class SettledTotalsTests
{
    static readonly Tier[] Tiers =
    [
        new("t1", 1, new RewardTerms(RewardKind.Points, "积分") { Points = 10 }),
        new("t2", 2, new RewardTerms(RewardKind.Discount, "7折") { PercentOff = 30 }),
    ];

    [Theory]
    [Seeds(1, 20261124)]
    public void Settled_books_say_for_ever_what_the_report_counted(ulong seed) => Property.Check(seed, Histories, life =>
    {
        var (drive, settled) = Settled(life.Before);

        foreach (var heard in life.After) drive.Record(heard);
        SettleAll(drive);

        Assert.All(settled, one => Assert.Equal(one.Value, drive.StandingOf(one.Key).SettledTotals));
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void The_amendments_lead_without_a_gap_from_the_report_to_how_the_books_stand(ulong seed) => Property.Check(seed, Histories, life =>
    {
        var (drive, settled) = Settled(life.Before);

        foreach (var heard in life.After) drive.Record(heard);

        foreach (var (member, counted) in settled)
        {
            var now = drive.Amendments.Where(amendment => amendment.MemberId == member).Aggregate(counted, (tally, amendment) =>
            {
                Assert.Equal(tally, amendment.Before);
                Assert.NotEqual(amendment.Before, amendment.After);
                return amendment.After;
            });
            Assert.Equal(SettledTotals.From(drive.StandingOf(member)), now);
        }
    });

    [Theory]
    [Seeds(1, 20261124)]
    public void Books_that_are_not_settled_are_not_amended(ulong seed) => Property.CheckSequences(seed, SampleMembershipChanges.Any, news =>
    {
        var drive = new StandingModel(tiers: Tiers);

        foreach (var heard in news) drive.Record(heard);

        Assert.Empty(drive.Amendments);
    });

    static Gen<(IReadOnlyList<SampleMembershipChanges> Before, IReadOnlyList<SampleMembershipChanges> After)> Histories =>
        from before in SampleMembershipChanges.Any.ListOf()
        from after in SampleMembershipChanges.Any.ListOf()
        select ((IReadOnlyList<SampleMembershipChanges>)[.. before], (IReadOnlyList<SampleMembershipChanges>)[.. after]);

    static (StandingModel Drive, IReadOnlyDictionary<string, SettledTotals> Settled) Settled(IEnumerable<SampleMembershipChanges> news)
    {
        var drive = new StandingModel(tiers: Tiers);
        foreach (var heard in news) drive.Record(heard);
        SettleAll(drive);
        return (drive, drive.Members.ToDictionary(member => member, member => SettledTotals.From(drive.StandingOf(member)), StringComparer.Ordinal));
    }

    static void SettleAll(StandingModel drive)
    {
        foreach (var member in drive.Members.ToList()) drive.Decide(member, null, new StandingCommand.Settle());
    }
}
