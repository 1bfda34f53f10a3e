namespace FunctionsApp.Tests.Pushes.Calendars;

/// <summary>Cron expressions and recurrence rules of every shape that the app accepts.</summary>
static class RandomRules
{
    static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string Cron(Random random) => string.Join(
        ' ',
        Pick(random, [$"{random.Next(60)}", "0,30", "*/20", "5-7"]),
        Pick(random, [$"{random.Next(24)}", "9,20", "8-10", "*/12"]),
        Pick(random, ["*", "*", $"{random.Next(1, 32)}", "1,15", "10-12", "L"]),
        Pick(random, ["*", "*", $"{random.Next(1, 13)}", "1,7", "MAR-MAY", "*/3"]),
        Pick(random, ["*", "*", $"{random.Next(8)}", "1-5", "SAT,SUN", $"{random.Next(7)}#{random.Next(1, 6)}"]));

    public static string Rrule(Random random, DateOnly start)
    {
        var frequency = Pick(random, ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
        var parts = new List<string> { $"FREQ={frequency}" };
        if (random.Next(2) == 0) parts.Add($"INTERVAL={random.Next(1, 5)}");
        parts.AddRange(frequency switch
        {
            "DAILY" => Pick<string[]>(random, [[], [$"BYDAY={Days(random)}"], ["BYMONTH=2,10"], ["BYMONTHDAY=1,-1"]]),
            "WEEKLY" => Pick<string[]>(random, [[], [$"BYDAY={Days(random)}"], [$"BYDAY={Days(random)}", "WKST=SU"]]),
            "MONTHLY" => Monthly(random),
            _ => Yearly(random),
        });
        if (random.Next(3) == 0) parts.Add($"COUNT={random.Next(1, 30)}");
        else if (random.Next(3) == 0) parts.Add($"UNTIL={start.AddDays(random.Next(600)):yyyyMMdd}");
        return string.Join(';', parts);
    }

    static string[] Monthly(Random random) => Pick<string[]>(random,
    [
        [],
        [$"BYMONTHDAY={random.Next(1, 32)},-{random.Next(1, 32)}"],
        [$"BYDAY={random.Next(1, 6)}{Pick(random, Weekdays)},-1{Pick(random, Weekdays)}"],
        ["BYDAY=MO,TU,WE,TH,FR", $"BYSETPOS={Pick(random, ["1", "-1", "2,-2"])}"],
        ["BYDAY=FR", "BYMONTHDAY=13"],
    ]);

    static string[] Yearly(Random random) => Pick<string[]>(random,
    [
        [],
        [$"BYMONTH={random.Next(1, 13)}", $"BYMONTHDAY={random.Next(1, 32)}"],
        [$"BYMONTH={random.Next(1, 13)}", $"BYDAY=-1{Pick(random, Weekdays)}"],
        [$"BYDAY={random.Next(1, 53)}{Pick(random, Weekdays)}"],
        [$"BYYEARDAY={random.Next(1, 367)},-{random.Next(1, 367)}"],
        [$"BYWEEKNO={random.Next(1, 54)}", $"BYDAY={Pick(random, Weekdays)}"],
    ]);

    static string Days(Random random)
    {
        var days = Weekdays.Where(_ => random.Next(3) == 0).ToList();
        return days.Count == 0 ? "WE" : string.Join(',', days);
    }

    static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
