using NCrontab;

namespace LocalRuntime.Functions.Timers;

/// <summary>An NCRONTAB expression read in a time zone.</summary>
sealed class Schedule
{
    readonly CrontabSchedule expression;
    readonly TimeZoneInfo zone;

    Schedule(CrontabSchedule expression, TimeZoneInfo zone) => (this.expression, this.zone) = (expression, zone);

    /// <summary>Reads six fields, or five without seconds; null when the text is neither.</summary>
    public static Schedule? TryParse(string text, TimeZoneInfo zone)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var parsed = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields > 5 });
        return parsed is null ? null : new Schedule(parsed, zone);
    }

    /// <summary>The first slot after <paramref name="instant"/>, in UTC.</summary>
    public DateTimeOffset After(DateTimeOffset instant)
    {
        var wall = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        while (true)
        {
            wall = expression.GetNextOccurrence(wall);
            if (wall == DateTime.MaxValue)
                throw new RefusedException($"The schedule '{expression}' has no slot after {instant:O}.");

            // An hour that the zone skips is read with the offset before the gap; an hour that it repeats counts once.
            var slot = new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
            if (slot > instant) return slot;
        }
    }
}
