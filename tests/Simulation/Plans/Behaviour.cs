using System.Text.Json;

namespace Simulation.Plans;

/// <summary>How the world behaves, from <c>simulation.json</c>: chances from 0 to 1, and bounds between which a run draws.</summary>
sealed record Behaviour(
    DateTimeOffset Start,
    int Hours,
    double FaultsUntilHours,
    double TwoInstances,
    IReadOnlyList<int> Crashes,
    IReadOnlyList<int> Faults,
    int Crossings,
    double ClockJump,
    double Repeated,
    double Late,
    double Staffed,
    IReadOnlyList<double> StaffDiligence,
    double Fission,
    double Onboarding,
    double FlashSale,
    double Conversions,
    double Orders,
    double Scans,
    int RobotMessagesPerMinute,
    int GroupSendsPerDay)
{
    /// <summary>As the file beside the program says.</summary>
    public static Behaviour Read { get; } =
        JsonSerializer.Deserialize<Behaviour>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulation.json")), JsonSerializerOptions.Web)!;
}
