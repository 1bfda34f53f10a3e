using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class FlashGroupsEnd : IInvariant
{
    public string Name => "every flash group is dissolved or under an escalating task";

    public string Reason => "A flash group left alive is a dead group in everybody's list, and the brand's name is on it.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var groups = world.Plan.Workloads.OfType<FlashSaleWorkload>().SelectMany(sales => sales.Groups).ToList();
        if (groups.Count == 0) yield break;
        var tasks = await reader.ListAsync("/api/tasks?status=open");
        foreach (var group in groups)
        {
            var state = (await reader.GetAsync($"/api/groups/{group}")).GetProperty("state").GetString();
            if (state == "Dissolved") continue;
            var escalating = tasks.Any(task =>
                task.TryGetProperty("groupId", out var of) && of.GetString() == group && task.GetProperty("kind").GetString() == "DissolveGroup" && task.GetProperty("escalations").GetInt32() > 0);
            if (!escalating) yield return $"{group} is {state} and nobody is asked ever more urgently to dissolve it.";
        }
    }
}
