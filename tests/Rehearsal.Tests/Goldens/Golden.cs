using System.Globalization;
using Rehearsal.Behaviour;
using Rehearsal.Plans;
using Rehearsal.Runs;

namespace Rehearsal.Tests.Goldens;

/// <summary>A stored rehearsal: plans, and the report that they have given.</summary>
sealed record Golden(string Name, string From, string To, int Members)
{
    const string PlansFile = "plans.json";
    const string BehaviourFile = "behaviour.json";

    public static IReadOnlyList<Golden> All { get; } =
    [
        new("fission-week", "2026-12-01T09:00:00+08:00", "2026-12-09T00:00:00+08:00", 240),
        new("conversion-two-days", "2026-12-02T09:00:00+08:00", "2026-12-04T00:00:00+08:00", 160),
        new("flash-night", "2026-12-04T12:00:00+08:00", "2026-12-05T12:00:00+08:00", 200),
        new("new-buyer-week", "2026-12-01T09:00:00+08:00", "2026-12-08T00:00:00+08:00", 60),
        new("wecom-week", "2026-12-01T09:00:00+08:00", "2026-12-07T00:00:00+08:00", 80),
    ];

    /// <summary>The report as it was last accepted.</summary>
    public string Report => File.ReadAllText(PathOf(Name, "golden.txt"));

    public static string PathOf(string name, string file) =>
        Path.Combine(AppContext.BaseDirectory, "Goldens", name, file);

    public static RehearsedPlans ReadPlans(string name) =>
        RehearsedPlans.Read(File.ReadAllBytes(PathOf(name, PlansFile)));

    public RehearsalRequest ToRequest() =>
        new(ReadPlans(Name), ReadBehaviour(), Instant(From), Instant(To), Members);

    PeopleBehaviour ReadBehaviour() => File.Exists(PathOf(Name, BehaviourFile))
        ? BehaviourReader.Read(
            BehaviourReader.Defaults,
            File.ReadAllText(PathOf(Name, BehaviourFile)),
            BehaviourFile,
            fault => throw new InvalidOperationException(fault))
        : BehaviourReader.Defaults;

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
