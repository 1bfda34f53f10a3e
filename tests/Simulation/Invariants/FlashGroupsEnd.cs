using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class FlashGroupsEnd : IInvariant
{
    public string Name => "every flash group is dissolved or under an escalating task";

    public string Reason =>
        "A flash group that is not dissolved stays in the chat list of its members under the name of the brand.";

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
                task.TryGetProperty("groupId", out var of)
                && of.GetString() == group
                && task.GetProperty("kind").GetString() == "DissolveGroup"
                && task.GetProperty("escalations").GetInt32() > 0);
            if (!escalating)
                yield return $"{group} is {state} and has no escalating task to dissolve it.";
        }
    }
}
