using Community.Insights.Pushes;
using Community.Platform;
using Community.Pushes.Calendars;

namespace Community.Insights.Groups;

/// <summary>Counts joins and leaves of a group by local day.</summary>
public static class AttendanceDayRules
{
    /// <summary>
    /// The days from <paramref name="from"/> to <paramref name="to"/> on which the group existed, none in the future.
    /// </summary>
    public static IReadOnlyList<AttendanceDay> Decide(
        GroupAttendance group, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var days = new LocalDays(group, zone);
        var (first, last) = (Later(from, days.First), Earlier(to, days.Last));
        return first > last ? [] : [.. Between(first, last).Select(days.Count)];
    }

    /// <summary>
    /// The leaves of at most <paramref name="max"/> whole days up to <paramref name="last"/>, the latest first. The day
    /// on which the group opened is not a whole one.
    /// </summary>
    public static IReadOnlyList<LeaveDay> LeavesUntil(
        GroupAttendance group, DateOnly last, int max, TimeZoneInfo zone)
    {
        var days = new LocalDays(group, zone);
        var first = Later(days.First.AddDays(1), last.AddDays(1 - max));
        return first > last ? [] : [.. Between(first, last).Reverse().Select(days.LeavesOf)];
    }

    static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    sealed class LocalDays(GroupAttendance group, TimeZoneInfo zone)
    {
        public DateOnly First { get; } = group.OpenedAt.DateIn(zone);

        public DateOnly Last { get; } = group.Now.DateIn(zone);

        public AttendanceDay Count(DateOnly day)
        {
            var (present, leaves) = (PresentBefore(day), LeavesOf(day));
            return new AttendanceDay(
                day,
                PresentBefore(day.AddDays(1)),
                leaves.Members - present,
                leaves.Leaves,
                LeaveRange.Predict(leaves.Members, Before(day)));
        }

        // The day on which the group opened is not a whole one.
        List<LeaveDay> Before(DateOnly day)
        {
            var first = Later(First.AddDays(1), day.AddDays(-LeaveRange.MaxDays));
            return first >= day ? [] : [.. Between(first, day.AddDays(-1)).Select(LeavesOf)];
        }

        // Those who could leave on the day were there before it or joined on it.
        public LeaveDay LeavesOf(DateOnly day)
        {
            var (start, end) = (StartOf(day), StartOf(day.AddDays(1)));
            return new LeaveDay(
                PresentBefore(day) + group.Attendance.Joins(start, end), group.Attendance.Leaves(start, end));
        }

        int PresentBefore(DateOnly day) => group.Attendance.PresentAt(StartOf(day));

        // An event at midnight belongs to the day that begins.
        DateTimeOffset StartOf(DateOnly day) =>
            LocalTimes.InstantOf(day, TimeOnly.MinValue, zone) - TimeSpan.FromTicks(1);
    }
}

/// <summary>The attendance of a group that opened at an instant, as it is known now.</summary>
public sealed record GroupAttendance(AttendanceHistory Attendance, DateTimeOffset OpenedAt, DateTimeOffset Now);
