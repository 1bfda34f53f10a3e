namespace TestSupport.Crashes;

/// <summary>
/// Joins spread over groups while the app is killed several times; the seed determines the instants. In every fourth
/// group onboarding takes days; in the others it is a welcome alone.
/// </summary>
public sealed record CrashPlan(int Joins, int Groups, int Kills, int Seed)
{
    const int WaitingEvery = 4;

    /// <summary>The longest time between a start of the app and the next kill.</summary>
    public TimeSpan MaxUptime { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>The kind of the group with this number.</summary>
    public static string KindOf(int group) => group % WaitingEvery == 0 ? "NewBuyer" : "Flash";

    /// <summary>The id of the group with this number.</summary>
    public static string IdOf(int group) => $"crowd-{group}";
}
