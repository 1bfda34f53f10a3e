using Community.Messaging.Channels.WeCom;
using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>The local days, the last one included, in which a group gets at most so many group sends.</summary>
public sealed record GroupSendPeriod(DateOnly First, DateOnly Last, int Allowance);

/// <summary>
/// The limit on the group sends to a group, in periods of the brand's <paramref name="Zone"/>. Sales come before
/// content pushes: until the cutoff of the local day a push gets none, and it leaves one for each later day of the
/// period.
/// </summary>
public sealed record GroupSendRule(GroupSendLimit Limit, TimeZoneInfo Zone)
{
    const int DaysOfWeek = 7;

    public GroupSendPeriod PeriodAt(DateTimeOffset now)
    {
        var day = now.DateIn(Zone);
        return Limit switch
        {
            GroupSendLimit.Monthly => Of(day.AddDays(1 - day.Day), DateTime.DaysInMonth(day.Year, day.Month)),
            // Weeks begin on Monday.
            GroupSendLimit.Weekly => Of(day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)), DaysOfWeek),
            _ => Of(day, days: 1),
        };
    }

    /// <summary>True when a push may have one of the group sends that are <paramref name="left"/>.</summary>
    public bool IsForPush(int left, DateTimeOffset now, TimeOnly cutoff) =>
        now.TimeIn(Zone) >= cutoff && left > PeriodAt(now).Last.DayNumber - now.DateIn(Zone).DayNumber;

    // Each of the limits allows as many as the period has days.
    static GroupSendPeriod Of(DateOnly first, int days) => new(first, first.AddDays(days - 1), days);
}
