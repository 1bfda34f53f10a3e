using Community.Pushes.Calendars;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Insights.Pushes;

/// <summary>Local days from one to another, both included: the last 7 by default, at most 92.</summary>
public sealed record InsightRange(DateOnly From, DateOnly To)
{
    const int DefaultDays = 7;
    const int MaxDays = 92;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    /// <summary>Reads <c>from</c> and <c>to</c>, or answers 400. An instant stands for its local day.</summary>
    public static (InsightRange? Range, IResult? Problem) Read(HttpRequest request, BrandTime time, DateTimeOffset now)
    {
        if (Day(request, "to", time, time.DayOf(now)) is not { } to) return (null, NoDay("to"));
        if (Day(request, "from", time, to.AddDays(1 - DefaultDays)) is not { } from) return (null, NoDay("from"));
        return to < from || to.DayNumber - from.DayNumber >= MaxDays
            ? (null, Problems.Invalid("to", $"must be on or after from, and the range at most {MaxDays} days."))
            : (new InsightRange(from, to), null);
    }

    static DateOnly? Day(HttpRequest request, string name, BrandTime time, DateOnly fallback)
    {
        var text = QueryFields.Text(request, name);
        if (LocalDayText.Parse(text) is { } day) return day is { Year: > 1900 and < 9000 } ? day : null;
        if (!QueryFields.TryReadInstant(request, name, default, out var instant)) return null;
        return instant == default ? fallback : time.DayOf(instant);
    }

    static IResult NoDay(string name) =>
        Problems.Invalid(name, "must be a date such as 2026-12-01, or an ISO 8601 instant with an offset.");
}
