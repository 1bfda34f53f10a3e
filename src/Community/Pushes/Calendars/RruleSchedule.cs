using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Community.Pushes.Calendars;

/// <summary>
/// A recurrence rule of RFC 5545 over dates: DTSTART is the first date of the plan, and the time of the day is the
/// trigger's. DTSTART itself is an occurrence only when the rule matches it.
/// </summary>
public sealed class RruleSchedule
{
    readonly RecurrenceRule rule;

    // Compared here and not by Ical.Net, which would compare it with dates.
    readonly CalDateTime? until;

    RruleSchedule(RecurrenceRule rule)
    {
        (this.rule, until) = (rule, rule.Until);
        rule.Until = null;
    }

    /// <summary>The schedule; else null and the fault, a text that follows the field's name.</summary>
    public static RruleSchedule? TryParse(string text, out string fault)
    {
        var capitals = text.ToUpperInvariant();
        fault = RruleParts.Fault(capitals) ?? "";
        if (fault.Length > 0) return null;
        try
        {
            return new RruleSchedule(new RecurrenceRule(capitals));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            fault = $"is no recurrence rule: {wrong.Message}";
            return null;
        }
    }

    /// <summary>
    /// The dates from <paramref name="from"/> to <paramref name="to"/>, both included, in order, of the rule that
    /// begins on <paramref name="start"/>. An UNTIL with a time ends the rule at that time: in UTC after <c>Z</c>, else
    /// local.
    /// </summary>
    public IEnumerable<DateOnly> DatesBetween(
        DateOnly start, TimeOnly time, TimeZoneInfo zone, DateOnly from, DateOnly to)
    {
        if (to < start) return [];
        return Evaluate(start, from, to).Where(date => date >= from && date <= to && !IsPastEnd(date, time, zone));
    }

    // The bound ends the search of a rule that never fires. The search begins late, except for a COUNT.
    IEnumerable<DateOnly> Evaluate(DateOnly start, DateOnly from, DateOnly to)
    {
        var bounded = rule.Copy<RecurrenceRule>()!;
        bounded.Until = new CalDateTime(to);
        var begin = from > start ? new CalDateTime(from) : null;
        return new RecurrencePatternEvaluator(bounded)
            .Evaluate(new CalDateTime(start), begin, options: null)
            .Select(period => period.StartTime.Date);
    }

    bool IsPastEnd(DateOnly date, TimeOnly time, TimeZoneInfo zone) => until switch
    {
        null => false,
        { IsUtc: true } => LocalTimes.InstantOf(date, time, zone).UtcDateTime > until.AsUtc,
        { HasTime: true } => date.ToDateTime(time) > until.Value,
        _ => date > until.Date,
    };
}
