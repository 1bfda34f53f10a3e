namespace Community.Insights.Pushes;

/// <summary>A push that reached its group.</summary>
public sealed record SentPush(string Id, DateTimeOffset At);

/// <summary>
/// A group's sent pushes and its members. <paramref name="Since"/> is the instant before which the group had no
/// members.
/// </summary>
public sealed record GroupTimeline(
    IReadOnlyList<SentPush> Pushes, AttendanceHistory Attendance, DateTimeOffset Since, DateTimeOffset Now);

/// <summary>
/// Joins or leaves in the 24 h after a push, and their mean in the same hours of the <paramref name="Days"/> before;
/// null without a day before.
/// </summary>
public sealed record AttendanceChange(int After, double? PerDayBefore, int Days);

/// <summary>
/// The leaves after a push and before the next one, at most 24 h after it. <paramref name="Expected"/> is for all of
/// this time; null while the group is too young to expect anything.
/// </summary>
public sealed record LeaveCheck(DateTimeOffset Until, int Leaves, LeaveRange? Expected, bool IsOver)
{
    public bool IsFlagged => Leaves > Expected?.High;

    /// <summary>Null while it is not known: nothing is expected, or more may leave.</summary>
    public bool? Verdict => Expected is not null && (IsOver || IsFlagged) ? IsFlagged : null;
}

/// <summary>
/// What a group did after a push. <paramref name="Members"/> were present when it was sent;
/// <paramref name="IsComplete"/> is false in the first 24 h.
/// </summary>
public sealed record PushResponse(
    int Members, AttendanceChange Joins, AttendanceChange Leaves, LeaveCheck LeaveCheck, bool IsComplete);

/// <summary>
/// Compares the hours after each push with the same hours of the days before. A leave belongs to the last push before
/// it, so that one leave never speaks against two pushes.
/// </summary>
public static class PushResponseRules
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The responses by the id of the push.</summary>
    public static IReadOnlyDictionary<string, PushResponse> Decide(GroupTimeline group)
    {
        var pushes = group.Pushes.OrderBy(push => push.At).ThenBy(push => push.Id, StringComparer.Ordinal).ToList();
        return pushes
            .Select((push, index) => (push.Id, Response: Respond(group, push, pushes.ElementAtOrDefault(index + 1))))
            .ToDictionary(pair => pair.Id, pair => pair.Response, StringComparer.Ordinal);
    }

    static PushResponse Respond(GroupTimeline group, SentPush push, SentPush? next)
    {
        var attendance = group.Attendance;
        var end = push.At + Day;
        var members = attendance.PresentAt(push.At);
        return new PushResponse(
            members,
            Change(group, push.At, attendance.Joins),
            Change(group, push.At, attendance.Leaves),
            Check(group, members, push.At, next?.At < end ? next.At : end),
            group.Now >= end);
    }

    static AttendanceChange Change(
        GroupTimeline group, DateTimeOffset at, Func<DateTimeOffset, DateTimeOffset, int> count)
    {
        var before = DaysBefore(group, at).Select(start => count(start, start + Day)).ToList();
        return new AttendanceChange(
            count(at, at + Day), before.Count == 0 ? null : before.Average(), before.Count);
    }

    static LeaveCheck Check(GroupTimeline group, int members, DateTimeOffset at, DateTimeOffset until)
    {
        var attendance = group.Attendance;
        var days = DaysBefore(group, at)
            .Select(start => (Start: start, End: start + (until - at)))
            .Select(hours => new LeaveDay(
                attendance.PresentAt(hours.Start) + attendance.Joins(hours.Start, hours.End),
                attendance.Leaves(hours.Start, hours.End)))
            .ToList();
        var range = LeaveRange.Predict(members + attendance.Joins(at, until), days);
        return new LeaveCheck(until, attendance.Leaves(at, until), range, group.Now >= until);
    }

    // The starts of the same hours of the days before, which the group already had.
    static IEnumerable<DateTimeOffset> DaysBefore(GroupTimeline group, DateTimeOffset at) =>
        Enumerable.Range(1, LeaveRange.MaxDays).Select(days => at - (days * Day)).Where(start => start >= group.Since);
}
