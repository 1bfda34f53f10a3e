using Cronos;

namespace Community.Pushes.Calendars;

/// <summary>
/// A cron expression of five fields (minute, hour, day of month, month, day of week) in local time without a zone. As
/// in crontab(5), a day fires when it matches the day of month or the day of week, where neither field begins with a
/// star; else it must match both. Names, ranges, steps, <c>L</c>, <c>W</c> and <c>#</c> are read as Cronos reads them.
/// </summary>
public sealed class CronSchedule
{
    const int Fields = 5;

    readonly IReadOnlyList<CronExpression> expressions;

    CronSchedule(IReadOnlyList<CronExpression> expressions) => this.expressions = expressions;

    /// <summary>The schedule; else null and the fault, a text that follows the field's name.</summary>
    public static CronSchedule? TryParse(string text, out string fault)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields)
        {
            fault = "must have five fields: minute, hour, day of month, month, day of week.";
            return null;
        }

        try
        {
            fault = "";
            return new CronSchedule([.. Alternatives(fields).Select(Parse)]);
        }
        catch (CronFormatException wrong)
        {
            fault = $"is no cron expression: {wrong.Message}";
            return null;
        }
    }

    /// <summary>
    /// The local times on the dates from <paramref name="from"/> to <paramref name="to"/>, both included, in order.
    /// </summary>
    public IEnumerable<(DateOnly Date, TimeOnly Time)> Between(DateOnly from, DateOnly to)
    {
        if (to < from) return []; // Cronos would throw
        return expressions
            .SelectMany(expression => expression.GetOccurrences(Midnight(from), Midnight(to.AddDays(1))))
            .Distinct()
            .Order()
            .Select(local => (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
    }

    /// <summary>The first date from <paramref name="from"/> on that fires; null when there is none.</summary>
    public DateOnly? FirstDate(DateOnly from) => expressions
        .Select(expression => expression.GetNextOccurrence(Midnight(from), inclusive: true))
        .OfType<DateTime>()
        .Select(DateOnly.FromDateTime)
        .Cast<DateOnly?>()
        .Min();

    // Cronos wants both the day of month and the day of week to match.
    static IEnumerable<IReadOnlyList<string>> Alternatives(string[] fields) => fields switch
    {
        [_, _, var day, _, var weekday] when IsRestricted(day) && IsRestricted(weekday) =>
            [[.. fields.Take(4), "*"], [fields[0], fields[1], "*", fields[3], weekday]],
        _ => [fields],
    };

    static bool IsRestricted(string field) => field[0] is not ('*' or '?');

    static CronExpression Parse(IReadOnlyList<string> fields) =>
        CronExpression.Parse(string.Join(' ', fields), CronFormat.Standard);

    // Cronos computes without a zone on instants in UTC, which stand for local times here.
    static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
