using System.Globalization;
using Community.Messaging.StaffTasks;
using Community.Platform;

namespace Community.Pushes.DaySheets;

/// <summary>
/// 今日节奏: the pushes that an owner of groups sends by hand on a local day. <paramref name="PushIds"/> are those that
/// its staff task has counted, in no order.
/// </summary>
public sealed record DaySheet(string Owner, DateOnly Day, IReadOnlyList<string> PushIds)
{
    const string DayFormat = "yyyy-MM-dd";

    /// <summary>The key of the one staff task of the sheet.</summary>
    public static string TaskKeyOf(string owner, DateOnly day) => EffectKey.From("day-sheet", Format(day), owner);

    /// <summary>The id of that task, also before it is open.</summary>
    public static string TaskIdOf(string owner, DateOnly day) => NewStaffTask.IdOf(TaskKeyOf(owner, day));

    public static string PathOf(string owner, DateOnly day) => $"/api/day-sheets/{owner}/{Format(day)}";

    public static string Format(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The day; null for other text.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
