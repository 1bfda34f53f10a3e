using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// The campaign of a run is over at its end. A join way whose making the app did not hear of cannot be deleted, because
/// the platform lists none.
/// </summary>
sealed class JoinWaysEnd : IInvariant
{
    public string Name => "a join way leads to chats of its campaign, and ends with it";

    public string Reason => "A QR code that is left leads people into a group whose campaign is over.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        await Task.CompletedTask;
        if (world.WeCom is not { } platform) yield break;
        var ways = platform.Server.JoinWays;
        foreach (var way in ways.All.Where(way => way.CreatesGroups))
            yield return $"{way.ConfigId} makes groups without a charter.";
        if (!world.Plan.Workloads.OfType<CampaignWorkload>().Any()) yield break;
        var chat = platform.Chats[CampaignWorkload.Group].Id;
        foreach (var way in ways.All.Where(way => way.ChatIds.Any(id => id != chat)))
            yield return $"{way.ConfigId} leads to another chat than that of the campaign.";
        var lost = ways.Made - platform.HeardJoinWays;
        if (ways.All.Count > lost) yield return $"{ways.All.Count} join ways are left, and {lost} answers were lost.";
    }
}
