using Community.Messaging.StaffTasks;
using Community.Platform;
using Community.Pushes.Calendars;

namespace Community.Pushes.DaySheets;

/// <summary>
/// 今日节奏: the pushes that an owner of groups sends by hand on a local day. <paramref name="PushIds"/> are those that
/// its staff task has counted, in no order.
/// </summary>
public sealed record DaySheet(string Owner, DateOnly Day, IReadOnlyList<string> PushIds)
{
    /// <summary>The key of the one staff task of the sheet.</summary>
    public static string TaskKeyOf(string owner, DateOnly day) =>
        EffectKey.From("day-sheet", LocalDayText.Format(day), owner);

    /// <summary>The id of that task, also before it is open.</summary>
    public static string TaskIdOf(string owner, DateOnly day) => NewStaffTask.IdOf(TaskKeyOf(owner, day));

    public static string PathOf(string owner, DateOnly day) => $"/api/day-sheets/{owner}/{LocalDayText.Format(day)}";
}
