namespace TestSupport.Crashes;

/// <summary>
/// So many joins over so many groups, told while the app is killed so many times; the seed makes the instants. Every fourth group keeps
/// its newcomers' onboarding waiting for days, the others say a welcome alone.
/// </summary>
public sealed record CrashPlan(int Joins, int Groups, int Kills, int Seed)
{
    const int WaitingEvery = 4;

    /// <summary>How long the longest life after the app is up.</summary>
    public TimeSpan MaxUptime { get; init; } = TimeSpan.FromMilliseconds(700);

    /// <summary>The kind of the group with this number.</summary>
    public static string KindOf(int group) => group % WaitingEvery == 0 ? "NewBuyer" : "Flash";

    /// <summary>The id of the group with this number.</summary>
    public static string IdOf(int group) => $"crowd-{group}";
}
