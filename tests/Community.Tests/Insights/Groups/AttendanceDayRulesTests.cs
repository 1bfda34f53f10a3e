using Community.Groups.Members;
using Community.Insights.Groups;
using Community.Insights.Pushes;

namespace Community.Tests.Insights.Groups;

public sealed class AttendanceDayRulesTests
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    static readonly DateOnly First = new(2026, 12, 1);
    static readonly DateTimeOffset Opened = At(1, 9);

    [Fact]
    public void Joins_and_leaves_are_counted_on_their_local_days()
    {
        var group = Known(
            At(3, 10), Member("a", At(1, 10)), Member("b", At(1, 23, 59), At(2, 0)), Member("c", At(2, 0), At(3, 9)));

        var days = AttendanceDayRules.Decide(group, First, First.AddDays(9), Zone);

        Assert.Equal(
            [
                new AttendanceDay(First, Members: 2, Joins: 2, Leaves: 0, Expected: null),
                new AttendanceDay(First.AddDays(1), Members: 2, Joins: 1, Leaves: 1, Expected: null),
                new AttendanceDay(First.AddDays(2), Members: 1, Joins: 0, Leaves: 1, Expected: null),
            ],
            days);
    }

    [Fact]
    public void Days_before_the_group_and_after_now_are_left_out()
    {
        var group = Known(At(2, 10), Member("a", At(1, 10)));

        Assert.Empty(AttendanceDayRules.Decide(group, First.AddDays(-5), First.AddDays(-1), Zone));
        Assert.Empty(AttendanceDayRules.Decide(group, First.AddDays(2), First.AddDays(5), Zone));
        Assert.Equal(2, AttendanceDayRules.Decide(group, First.AddDays(-5), First.AddDays(5), Zone).Count);
    }

    [Fact]
    public void Range_follows_from_the_whole_days_before()
    {
        var members = Enumerable.Range(0, 40)
            .Select(n => Member($"m{n}", Opened, n < 14 ? At(2 + n, 12) : null));
        var group = Known(At(20, 10), [.. members]);

        var days = AttendanceDayRules.Decide(group, First, First.AddDays(30), Zone);

        Assert.All(days.Take(8), day => Assert.Null(day.Expected));
        Assert.All(days.Skip(8), day => Assert.NotNull(day.Expected));
        var earlier = Enumerable.Range(1, 8).Select(n => new LeaveDay(41 - n, 1)).ToList();
        Assert.Equal(LeaveRange.Predict(32, earlier), days[9].Expected);
    }

    [Theory]
    [Seeds(5, 6)]
    public void Members_of_a_day_follow_from_those_of_the_day_before(ulong seed)
    {
        var random = new Random((int)seed);
        var members = Enumerable.Range(0, 200).Select(n =>
        {
            var joined = Opened.AddMinutes(random.Next(20_000));
            return Member($"m{n}", joined, random.Next(2) == 0 ? joined.AddMinutes(random.Next(20_000)) : null);
        });

        var days = AttendanceDayRules.Decide(Known(At(29, 10), [.. members]), First, First.AddDays(40), Zone);

        Assert.Equal(29, days.Count);
        var before = 0;
        foreach (var day in days)
        {
            Assert.Equal(before + day.Joins - day.Leaves, day.Members);
            before = day.Members;
        }
    }

    static DateTimeOffset At(int day, int hour, int minute = 0) =>
        new(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(8));

    static Member Member(string id, DateTimeOffset joined, DateTimeOffset? left = null) =>
        new("g", id, JoinedAt: joined, LeftAt: left);

    static GroupAttendance Known(DateTimeOffset now, params IReadOnlyList<Member> members) =>
        new(new AttendanceHistory(members), Opened, now);
}
