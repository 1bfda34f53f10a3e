using Community.Care.Crises;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Care.Crises;

public sealed class ComplaintWatchRulesTests
{
    static readonly Decider<ComplaintWatchCommand, ComplaintWatch, ComplaintWatchEvent> Rules =
        new(ComplaintWatchRules.Decide, ComplaintWatchRules.Evolve);

    static readonly Gen<(int Minutes, int Member)> Complaints =
        from minutes in Gen.Choose(0, 30)
        from member in Gen.Choose(1, 6)
        select (minutes, member);

    [Fact]
    public void Five_complaints_of_three_people_within_an_hour_propose_a_crisis_once()
    {
        var watch = After(new ComplaintWatch("tea-1"), Enumerable.Range(1, 500).Select(n => Complaint(n, n % 3)));

        Assert.Equal(new CrisisProposal("tea-1", 1, Instants.Evening.AddSeconds(5), 5, 3), watch.Open);
        Assert.Equal((1, 5), (watch.Proposals, watch.Recent.Count));
    }

    [Fact]
    public void Complaints_of_two_people_are_no_crisis()
    {
        var watch = After(new ComplaintWatch("tea-1"), Enumerable.Range(1, 200).Select(n => Complaint(n, n % 2)));

        Assert.Null(watch.Open);
        Assert.Equal(ComplaintWatch.MaxRecent, watch.Recent.Count);
    }

    [Theory]
    [InlineData(40, 5)]
    [InlineData(250, 5)]
    [InlineData(251, 6)]
    [InlineData(500, 10)]
    public void Large_group_needs_more_complaints(int members, int needed)
    {
        var watch = new ComplaintWatch("tea-1");
        for (var n = 1; watch.Open is null; n++) watch = Rules.Given(watch).When(Complaint(n, n, members)).State;

        Assert.Equal(needed, watch.Open.Complaints);
    }

    [Fact]
    public void Dismissed_proposal_takes_twice_as_many_complaints_for_a_day()
    {
        var dismissed = Rules
            .Given(After(new ComplaintWatch("tea-1"), Enumerable.Range(1, 5).Select(n => Complaint(n, n))))
            .When(new ComplaintWatchCommand.Dismiss(Instants.Evening.AddSeconds(6)));

        dismissed.When(new ComplaintWatchCommand.Dismiss(Instants.Evening)).ThenNothing();
        Assert.Null(dismissed.State.Open);
        var worse = After(dismissed.State, Enumerable.Range(6, 10).Select(n => Complaint(n, n)));
        Assert.Equal((2, 10), (worse.Open!.Number, worse.Open.Complaints));
        var later = After(dismissed.State, Enumerable.Range(90_000, 5).Select(n => Complaint(n, n)));
        Assert.Equal((2, 5), (later.Open!.Number, later.Open.Complaints));
    }

    [Fact]
    public void Group_in_a_crisis_has_no_proposal()
    {
        var counted = new ComplaintWatchCommand.Count(
            new GroupComplaint("x", "u9", Instants.Evening), Members: 10, IsInCrisis: true);

        Rules.Given(new ComplaintWatch("tea-1")).When(counted).ThenNothing();
        var accepted = Rules
            .Given(After(new ComplaintWatch("tea-1"), Enumerable.Range(1, 5).Select(n => Complaint(n, n))))
            .When(new ComplaintWatchCommand.Accept());
        Assert.Equal((null, 0), (accepted.State.Open, accepted.State.Recent.Count));
    }

    [Theory]
    [Seeds(1, 20261127)]
    public void Crisis_is_proposed_when_an_hour_has_five_complaints_of_three_people(ulong seed) =>
        Property.CheckSequences(seed, Complaints, complaints =>
        {
            var watch = new ComplaintWatch("tea-1");
            var at = Instants.Evening;
            List<GroupComplaint> all = [];
            foreach (var (minutes, member) in complaints)
            {
                at += TimeSpan.FromMinutes(minutes);
                var complaint = new GroupComplaint($"f{all.Count}", $"u{member}", at);
                all.Add(complaint);
                var command = new ComplaintWatchCommand.Count(complaint, Members: 80, IsInCrisis: false);
                var outcome = Rules.Given(watch).When(command);

                outcome.When(command).ThenNothing();
                var hour = all.Where(known => at - known.At < TimeSpan.FromHours(1)).ToList();
                var isBurst = hour.Count >= 5 && hour.Select(known => known.MemberId).Distinct().Count() >= 3;
                Assert.Equal(isBurst, outcome.State.Open is not null);
                if (isBurst) return;
                watch = outcome.State;
            }
        });

    static ComplaintWatch After(ComplaintWatch watch, IEnumerable<ComplaintWatchCommand> complaints) =>
        complaints.Aggregate(watch, (before, complaint) => Rules.Given(before).When(complaint).State);

    static ComplaintWatchCommand.Count Complaint(int second, int member, int members = 40) =>
        new(
            new GroupComplaint($"f{second}", $"u{member}", Instants.Evening.AddSeconds(second)),
            members,
            IsInCrisis: false);
}
