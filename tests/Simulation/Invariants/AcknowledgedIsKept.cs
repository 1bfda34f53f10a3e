using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class AcknowledgedIsKept : IInvariant
{
    public string Name => "acknowledged means kept";

    public string Reason => "A sender does not repeat what was acknowledged, so a lost join stays lost.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        foreach (
            var call in world
                .Plan.Events.OfType<ChannelWebhookCall>()
                .Where(call => !world.Acknowledged.Contains(call.Id)))
            yield return $"{call} was never acknowledged.";
        // The app does not answer about a group without a charter.
        var chartered = Presence.Find(world).Where(person => person.Group != CampaignWorkload.Elsewhere);
        foreach (var group in chartered.GroupBy(person => person.Group))
        {
            var members = await reader.ListAsync($"/api/groups/{group.Key}/members");
            var present = members
                .Where(member => member.GetProperty("leftAt").ValueKind is System.Text.Json.JsonValueKind.Null)
                .Select(member => member.GetProperty("memberId").GetString()!)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var person in group.Where(person => person.IsIn != present.Contains(person.Member)))
                yield return $"{person.Member} is {(person.IsIn ? "" : "not ")}in {group.Key}, and the app says "
                    + "otherwise.";
            var count = (await reader.GetAsync($"/api/groups/{group.Key}")).GetProperty("memberCount").GetInt32();
            if (count != group.Count(person => person.IsIn))
                yield return $"{group.Key} holds {group.Count(person => person.IsIn)} members, and the app counts "
                    + $"{count}.";
        }
    }
}
