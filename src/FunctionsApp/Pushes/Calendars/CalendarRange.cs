using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>The part of a calendar that a request asks for: 14 days from now by default, at most 31 days.</summary>
public sealed record CalendarRange(DateTimeOffset From, DateTimeOffset To)
{
    const int DefaultDays = 14;
    const int MaxDays = 31;

    // Everything up to the range is planned, so the range must not be far.
    const int MaxDaysAhead = 366;

    public bool Contains(DateTimeOffset at) => at >= From && at <= To;

    public static (CalendarRange? Range, IResult? Problem) Read(HttpRequest request, DateTimeOffset now)
    {
        if (!QueryFields.TryReadInstant(request, "from", now, out var from))
            return (null, QueryFields.NoInstant("from"));
        if (!QueryFields.TryReadInstant(request, "to", from.AddDays(DefaultDays), out var to))
            return (null, QueryFields.NoInstant("to"));
        if (from - now > TimeSpan.FromDays(MaxDaysAhead))
            return (null, Problems.Invalid("from", $"must be at most {MaxDaysAhead} days ahead."));
        return to < from || to - from > TimeSpan.FromDays(MaxDays)
            ? (null, Problems.Invalid("to", $"must be 0 to {MaxDays} days after from."))
            : (new CalendarRange(from, to), null);
    }
}
