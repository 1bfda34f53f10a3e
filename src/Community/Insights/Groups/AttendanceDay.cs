using Community.Insights.Pushes;

namespace Community.Insights.Groups;

/// <summary>
/// The joins and leaves of a group on one local day. <paramref name="Members"/> are those at its end, or now on the
/// current day. <paramref name="Expected"/> are the leaves that the days before let expect; null for a young group.
/// </summary>
public sealed record AttendanceDay(DateOnly Date, int Members, int Joins, int Leaves, LeaveRange? Expected);
