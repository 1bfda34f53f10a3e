using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>
/// Compares the ledger with what reached the chats. On WeCom these are group sends that an owner confirmed, and what
/// staff sent by hand.
/// </summary>
sealed class NoEffectTwice : IInvariant
{
    public string Name => "no effect twice";

    public string Reason =>
        "A message or a dissolution cannot be undone, and an effect outside the ledger cannot be audited.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var performed = world.Platform.PerformedActions;
        foreach (var twice in performed.GroupBy(action => action.Key).Where(IsTwice))
            yield return $"{twice.Key} was done {twice.Count()} times, at "
                + $"{string.Join(" and ", twice.Select(action => action.At - world.Clock.Start))}.";
        foreach (var group in await reader.ListAsync("/api/groups"))
        {
            var groupId = group.GetProperty("id").GetString()!;
            var rows = await GroupLedger.ReadAsync(reader, groupId);
            var tasks = DeliveryTasks.KeysOf(rows);
            var done = performed
                .Where(action => action.GroupId == groupId)
                .Select(action => (Action: action, Key: DeliveryTasks.KeyOf(action, tasks)))
                .Where(action => action.Key is not null)
                .ToLookup(action => action.Key!, action => action.Action, StringComparer.Ordinal);
            foreach (var twice in done.Where(effect => effect.Any(action => action.Key is null) && IsTwice(effect)))
                yield return $"{twice.Key} was done {twice.Count()} times, by a person too.";
            foreach (var twice in rows.GroupBy(row => row.Key).Where(row => row.Count() > 1))
                yield return $"the ledger has {twice.Key} {twice.Count()} times.";
            foreach (var effect in done.ExceptBy(rows.Select(row => row.Key), effect => effect.Key))
                yield return $"{effect.Key} was done and is not in the ledger.";
            foreach (var row in rows)
            {
                if (row.State is DeliveryState.Sent && !done.Contains(row.Key) && IsRecorded(row, world))
                    yield return $"the ledger says that {row.Key} was done, and it was not.";
                if (row.State is DeliveryState.Queued or DeliveryState.Sending)
                    yield return $"{row.Key} is still {row.State} when everything is over.";
            }
        }
    }

    static bool IsTwice(IGrouping<string?, Channel.PerformedAction> effect) =>
        effect.Key is not null && effect.Count() > 1;

    // What persons do on the simulated channel, and what they do beside messages, is recorded nowhere.
    static bool IsRecorded(DeliveryView row, World world) => world.WeCom is null
        ? row.ChannelMessageId is not null
        : row.To is ChannelAction.SendToGroup or ChannelAction.SendToMember;
}
