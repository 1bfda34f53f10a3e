using Community.Groups.Members;
using Community.Insights.Pushes;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Insights.Pushes;

public sealed class PushResponseRulesTests
{
    const int Days = 20;

    static readonly DateTimeOffset Opened = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [Seeds(1, 2)]
    public void Flagged_push_is_the_last_one_before_the_leaves(ulong seed) => CheckWithFlags(seed, scenario =>
    {
        var responses = PushResponseRules.Decide(scenario.Timeline);
        foreach (var push in scenario.Timeline.Pushes)
        {
            var own = scenario.Leaves.Where(leave => scenario.LastBefore(leave)?.Id == push.Id).ToList();
            var check = responses[push.Id].LeaveCheck;
            Assert.Equal(own.Count, check.Leaves);
            if (check.IsFlagged) Assert.NotEmpty(own);
        }

        return responses.Values.Count(response => response.LeaveCheck.IsFlagged);
    });

    [Theory]
    [Seeds(3, 4)]
    public void More_leaves_never_unflag_a_push(ulong seed) => CheckWithFlags(seed, scenario =>
    {
        var before = PushResponseRules.Decide(scenario.Timeline);
        foreach (var push in scenario.Timeline.Pushes)
        {
            var check = before[push.Id].LeaveCheck;
            // Another member who was there all the time leaves in the hours after the push.
            var at = push.At + ((check.Until - push.At) / 2);
            if (at <= push.At) continue;
            var after = PushResponseRules.Decide(scenario.With(new Member("g", "x", JoinedAt: Opened, LeftAt: at)));
            Assert.Equal(check.Leaves + 1, after[push.Id].LeaveCheck.Leaves);
            if (check.IsFlagged) Assert.True(after[push.Id].LeaveCheck.IsFlagged);
        }

        return before.Values.Count(response => response.LeaveCheck.IsFlagged);
    });

    [Fact]
    public void Group_with_a_constant_rate_is_flagged_with_at_most_the_nominal_rate()
    {
        var (pushes, flagged) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            // Members leave at a constant rate, and each leave is followed by a join.
            List<Member> members = [];
            for (var place = 0; place < 100; place++)
            {
                for (var at = 0.0; at < Days;)
                {
                    var stay = -Math.Log(1 - random.NextDouble()) * 50;
                    members.Add(Stay($"{place}-{at}", at, at + stay));
                    at += stay;
                }
            }

            var responses = PushResponseRules.Decide(Timeline(Daily(10.5).Concat(Daily(20)), members));
            pushes += responses.Values.Count(response => response.LeaveCheck.Verdict is not null);
            flagged += responses.Values.Count(response => response.LeaveCheck.Verdict is true);
        }

        Assert.InRange(pushes, 4_000, int.MaxValue);
        Assert.InRange((double)flagged / pushes, 0, LeaveRange.NominalRate);
    }

    [Fact]
    public void Exodus_after_the_second_push_of_a_day_flags_only_that_push()
    {
        var stayed = Enumerable.Range(0, 90).Select(n => Stay($"s{n}", 0, null));
        var left = Enumerable.Range(0, 10).Select(n => Stay($"l{n}", 0, 10 + (20.5 / 24)));

        var responses = PushResponseRules.Decide(Timeline(Daily(10.5).Concat(Daily(20)), [.. stayed, .. left]));

        var flagged = Assert.Single(responses, response => response.Value.LeaveCheck.IsFlagged);
        Assert.Equal("20-10", flagged.Key);
        Assert.Equal((100, 10), (flagged.Value.Members, flagged.Value.Leaves.After));
        Assert.Equal((0, 10), (flagged.Value.Leaves.PerDayBefore, flagged.Value.Leaves.Days));
        // The same leaves are within 24 h of the push before, and do not count as its own.
        Assert.Equal((10, 0), (responses["10.5-10"].Leaves.After, responses["10.5-10"].LeaveCheck.Leaves));
    }

    [Fact]
    public void Push_of_the_last_hours_is_not_complete_and_has_no_verdict()
    {
        var timeline = Timeline(Daily(20), [.. Enumerable.Range(0, 50).Select(n => Stay($"s{n}", 0, null))]);

        var last = PushResponseRules.Decide(timeline with { Now = Opened.AddDays(19).AddHours(21) })["20-19"];

        Assert.False(last.IsComplete);
        Assert.Null(last.LeaveCheck.Verdict);
        Assert.True(PushResponseRules.Decide(timeline)["20-18"].IsComplete);
    }

    [Fact]
    public void Member_who_came_back_was_present_before_the_leave_and_after_the_join()
    {
        var attendance = new AttendanceHistory([Stay("u1", 5, 3)]);

        Assert.Equal([1, 0, 1], new[] { 2, 4, 6 }.Select(day => attendance.PresentAt(Opened.AddDays(day))));
    }

    // The property is worth nothing when no push of any scenario is flagged.
    static void CheckWithFlags(ulong seed, Func<Scenario, int> countFlagged)
    {
        var flagged = 0;
        Property.Check(seed, Scenarios, scenario => flagged += countFlagged(scenario));
        Assert.NotEqual(0, flagged);
    }

    // Up to 60 members come and go; one in three is among those who leave within the same hour.
    static Gen<Scenario> Scenarios =>
        from hours in Gen.Choose(0, Days * 24).ListOf(12)
        from exodus in Gen.Choose(8 * 24, Days * 24)
        from stays in Gen.Choose(0, Days * 48).Two().ListOf(60)
        let members = stays
            .Select((stay, n) => n % 3 == 0
                ? Stay($"u{n}", 0, exodus / 24.0)
                : Stay($"u{n}", stay.Item1 / 48.0, (stay.Item1 + stay.Item2) / 48.0))
            .ToList()
        let sent = hours.Select((hour, n) => new SentPush($"p{n:00}", Opened.AddHours(hour)))
        select new Scenario(Timeline(sent, members), members);

    static IEnumerable<SentPush> Daily(double hour) => Enumerable
        .Range(0, Days)
        .Select(day => new SentPush(FormattableString.Invariant($"{hour}-{day}"), Opened.AddDays(day).AddHours(hour)));

    static Member Stay(string id, double joined, double? left) => new(
        "g", id, JoinedAt: Opened.AddDays(joined), LeftAt: left is { } days ? Opened.AddDays(days) : null);

    static GroupTimeline Timeline(IEnumerable<SentPush> pushes, IReadOnlyList<Member> members) =>
        new([.. pushes], new AttendanceHistory(members), Opened, Opened.AddDays(Days));

    sealed record Scenario(GroupTimeline Timeline, IReadOnlyList<Member> Members)
    {
        public IEnumerable<DateTimeOffset> Leaves => Members.Select(member => member.LeftAt).OfType<DateTimeOffset>();

        public SentPush? LastBefore(DateTimeOffset leave) => Timeline.Pushes
            .Where(push => push.At < leave && leave <= push.At.AddDays(1))
            .OrderBy(push => push.At)
            .ThenBy(push => push.Id, StringComparer.Ordinal)
            .LastOrDefault();

        public GroupTimeline With(Member member) =>
            Timeline with { Attendance = new AttendanceHistory([.. Members, member]) };
    }
}
