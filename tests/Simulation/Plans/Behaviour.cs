using System.Text.Json;

namespace Simulation.Plans;

/// <summary>
/// The settings of <c>simulation.json</c>: probabilities from 0 to 1, and ranges from which a run draws.
/// </summary>
sealed record Behaviour(
    DateTimeOffset Start,
    int Hours,
    double FaultsUntilHours,
    double TwoInstances,
    IReadOnlyList<int> Crashes,
    IReadOnlyList<int> Faults,
    int MaxFaultRequest,
    double ClockJump,
    double Repeated,
    double Late,
    double Staffed,
    IReadOnlyList<double> StaffDiligence,
    double Campaigns,
    double Onboarding,
    double FlashSale,
    double Conversions,
    double Orders,
    double MemberLinks,
    double Imports,
    double Pushes,
    double Operators,
    double Scans,
    double People,
    double PlanImports,
    double Feedback,
    double Crises,
    double Promises,
    double RuleBreaches,
    double GroupBuys,
    double GroupBuyCancellations,
    double SuperUsers,
    double NextSteps,
    int RobotMessagesPerMinute,
    int GroupSendsPerDay,
    int PushesPerWeek,
    int PushTapsPerDay)
{
    public static Behaviour FromFile { get; } =
        JsonSerializer.Deserialize<Behaviour>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulation.json")),
            JsonSerializerOptions.Web)!;
}
