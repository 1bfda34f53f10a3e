using FunctionsApp.Acquisition.CampaignLifecycle;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>The next step of a campaign, and the charter of its group after its edits.</summary>
sealed class NextStepsTold : IInvariant
{
    public string Name => "who stays is told the next step, and charters are kept";

    public string Reason =>
        "Who came and hears nothing more leaves, and a group is run by a charter that nobody wrote.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<NextStepWorkload>().Any()) yield break;
        var campaign = await reader.GetAsync($"/api/campaigns/{NextStepWorkload.Campaign}");
        var state = campaign.GetProperty("state").GetString();
        if (state is not "Settled") yield return $"the campaign is {state} when everything is over.";
        var stay = (await reader.ListAsync($"/api/campaigns/{NextStepWorkload.Campaign}/expecting"))
            .Sum(group => group.GetProperty("count").GetInt32());
        var told = (await GroupLedger.ReadAsync(reader, NextStepWorkload.Group))
            .Where(row => row.Step == NextStepSender.Step)
            .ToList();
        if (told.Count > 1 || (stay > 0 && told.Count == 0))
            yield return $"{stay} members stay, and the group was told {told.Count} times.";
        if (told.Any(row => row.Text != NextStepWorkload.Text)) yield return "the group was told something else.";
        var group = await reader.GetAsync($"/api/groups/{NextStepWorkload.Group}");
        var rhythm = group.GetProperty("charter").GetProperty("rhythm").GetString();
        var wanted = world.CharterEdits == 0 ? null : CharterEditCall.RhythmOf(world.CharterEdits);
        if (rhythm != wanted) yield return $"the rhythm is {rhythm} in place of {wanted}.";
    }
}
