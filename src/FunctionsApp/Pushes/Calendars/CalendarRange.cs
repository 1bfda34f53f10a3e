using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>The part of a calendar that a request asks for: 14 days from now by default, at most 31 days.</summary>
public sealed record CalendarRange(DateTimeOffset From, DateTimeOffset To)
{
    const int DefaultDays = 14;
    const int MaxDays = 31;

    public static (CalendarRange? Range, IResult? Problem) Read(HttpRequest request, DateTimeOffset now)
    {
        const string Instant = "must be an instant such as 2026-12-01T00:00:00Z.";
        if (!PushFilter.TryParse(request.Query["from"], now, out var from))
            return (null, Problems.Invalid("from", Instant));
        if (!PushFilter.TryParse(request.Query["to"], from.AddDays(DefaultDays), out var to))
            return (null, Problems.Invalid("to", Instant));
        return to < from || to - from > TimeSpan.FromDays(MaxDays)
            ? (null, Problems.Invalid("to", $"must be 0 to {MaxDays} days after from."))
            : (new CalendarRange(from, to), null);
    }
}
