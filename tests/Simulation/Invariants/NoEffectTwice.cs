using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class NoEffectTwice : IInvariant
{
    public string Name => "no effect twice";

    public string Reason =>
        "A message or a dissolution cannot be undone, and an effect outside the ledger cannot be audited.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        foreach (
            var effect in world
                .Platform.PerformedActions.GroupBy(action => action.Call.Key)
                .Where(effect => effect.Count() > 1))
            yield return $"{effect.Key} was done {effect.Count()} times, at "
                + $"{string.Join(" and ", effect.Select(action => action.At - world.Clock.Start))}.";
        var groups = await reader.ListAsync("/api/groups");
        foreach (var group in groups.Select(group => group.GetProperty("id").GetString()!))
        {
            var done = world
                .Platform.PerformedActions.Where(action => action.Call.GroupId == group)
                .Select(action => action.Call.Key)
                .ToHashSet(StringComparer.Ordinal);
            var rows = await reader.ListAsync($"/api/deliveries?groupId={group}");
            foreach (
                var twice in rows.GroupBy(row => row.GetProperty("key").GetString()!).Where(row => row.Count() > 1))
                yield return $"the ledger has {twice.Key} {twice.Count()} times.";
            foreach (var key in done.Except(rows.Select(row => row.GetProperty("key").GetString()!)))
                yield return $"{key} was done and is not in the ledger.";
            foreach (var row in rows)
            {
                var (key, state) = (row.GetProperty("key").GetString()!, row.GetProperty("state").GetString()!);
                if (
                    state == "Sent"
                    && row.TryGetProperty("channelMessageId", out var id)
                    && id.ValueKind is System.Text.Json.JsonValueKind.String
                    && !done.Contains(key))
                    yield return $"the ledger says that {key} was done, and it was not.";
                if (state is "Queued" or "Sending") yield return $"{key} is still {state} when everything is over.";
            }
        }
    }
}
