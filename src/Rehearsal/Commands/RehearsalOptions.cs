using System.Globalization;
using LocalRuntime.Hosting;

namespace Rehearsal.Commands;

/// <summary>The options of a rehearsal.</summary>
sealed record RehearsalOptions
{
    public const string Usage = """
        Rehearses plans with simulated people:
          --rehearse PLANS      a document of GET /api/export
          --from INSTANT        the beginning, ISO 8601 (the first instant of the plans)
          --to INSTANT          the end (the last instant of the plans)
          --members N           the people who would come at all (1000)
          --seeds N             how many times, each time with other people (10)
          --report FOLDER       where the report is written (rehearsal)
          --behaviour FILE      how people behave, where they differ from the defaults
          --behaviour-from FILE figures of finished campaigns and conversions, from which behaviour is fitted
          --against PLANS       other plans for the same people
          --sensitivity         also looks for the assumptions that carry the result
        """;

    const string Name = "--rehearse";
    const int MaxMembers = 200_000;
    const int MaxSeeds = 1_000;
    const string Day = "yyyy-MM-dd";

    public required string Plans { get; init; }

    /// <summary>A date, or an instant in ISO 8601; null for that of the plans.</summary>
    public string? From { get; init; }

    /// <inheritdoc cref="From" />
    public string? To { get; init; }

    public int Members { get; init; } = 1_000;

    public int Seeds { get; init; } = 10;

    public string Report { get; init; } = "rehearsal";

    public string? Behaviour { get; init; }

    public string? BehaviourFrom { get; init; }

    public string? Against { get; init; }

    public bool Sensitivity { get; init; }

    /// <summary>True when the arguments ask for a rehearsal.</summary>
    public static bool AreIn(IEnumerable<string> args) => args.Any(arg => arg.Split('=')[0] == Name);

    /// <summary>
    /// Reads the options, as <c>--name value</c> or <c>--name=value</c>; throws
    /// <see cref="RehearsalRefusedException"/> for a wrong one.
    /// </summary>
    public static RehearsalOptions Parse(IEnumerable<string> arguments)
    {
        List<string> args = [.. arguments.SelectMany(SplitName)];
        var options = new RehearsalOptions { Plans = "" };
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            options = name switch
            {
                Name => options with { Plans = Value() },
                "--from" => options with { From = Instant() },
                "--to" => options with { To = Instant() },
                "--members" => options with { Members = Number(MaxMembers) },
                "--seeds" => options with { Seeds = Number(MaxSeeds) },
                "--report" => options with { Report = Value() },
                "--behaviour" => options with { Behaviour = Value() },
                "--behaviour-from" => options with { BehaviourFrom = Value() },
                "--against" => options with { Against = Value() },
                "--sensitivity" => options with { Sensitivity = true },
                _ => throw Refuse($"Unknown option '{name}'."),
            };

            string Value() => i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
                ? args[++i]
                : throw Refuse($"Option '{name}' needs a value.");

            int Number(int max) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1 && number <= max
                    ? number
                    : throw Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} must be 1 to {max}."));

            string Instant() => Value() is var text && IsInstant(text)
                ? text
                : throw Refuse(
                    $"{name} needs a date such as 2026-12-01 or an instant such as 2026-12-01T09:00:00+08:00.");
        }

        return options;
    }

    /// <summary>The instant of <see cref="From"/> or <see cref="To"/>; a date is its midnight in the zone.</summary>
    public static DateTimeOffset InstantOf(string text, TimeZoneInfo zone)
    {
        if (!TryParseDay(text, out var day)) return Iso8601.TryParse(text, out var at) ? at : default;
        return new DateTimeOffset(day, zone.GetUtcOffset(day));
    }

    static string[] SplitName(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    static bool IsInstant(string text) => Iso8601.TryParse(text, out _) || TryParseDay(text, out _);

    static bool TryParseDay(string text, out DateTime day) =>
        DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    static RehearsalRefusedException Refuse(string reason) => new([reason, "", Usage]);
}

/// <summary>A rehearsal that does not begin, with the reasons line by line.</summary>
#pragma warning disable CA1064, CA1032 // never leaves the program
sealed class RehearsalRefusedException(IReadOnlyList<string> reasons) : Exception(string.Join('\n', reasons));
#pragma warning restore CA1064, CA1032
