using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class HoldoutGotNoWarmUp : IInvariant
{
    public string Name => "groups that are held out get no warm-up";

    public string Reason =>
        "The effect of a warm-up is measured against holdout groups; a warm-up in one falsifies the figure.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<Workloads.ConversionWorkload>().Any()) yield break;
        var conversion = await reader.GetAsync($"/api/conversions/{Workloads.ConversionWorkload.Id}");
        var heldOut = conversion
            .GetProperty("groups")
            .EnumerateArray()
            .Where(group => group.GetProperty("arm").GetString() == "LinkOnly")
            .Select(group => group.GetProperty("groupId").GetString()!)
            .ToList();
        foreach (var group in heldOut)
        {
            var rows = await reader.ListAsync($"/api/deliveries?groupId={group}");
            if (rows.Any(row => row.GetProperty("step").GetString() == "warm-up"))
                yield return $"{group} is held out and was warmed up.";
        }

        foreach (
            var action in world.Platform.PerformedActions.Where(action =>
                heldOut.Contains(action.GroupId) && action.Key?.Contains("warm-up", StringComparison.Ordinal) is true))
            yield return $"{action.GroupId} is held out and was sent {action.Key}.";
    }
}
