using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.Deliveries;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class PushesSentOnce : IInvariant
{
    public string Name => "a push is sent once, and only when it says so";

    public string Reason => "A push that comes twice, or after it was skipped, is what members leave a group for.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var performed = world.Platform.PerformedActions
            .Where(action => action.Key is not null)
            .CountBy(action => action.Key!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        await foreach (var pushes in GroupPushes.ReadAsync(world, reader))
        {
            foreach (var push in pushes)
            {
                if (push.Deliveries.Count > 1) yield return $"{push} is {push.Deliveries.Count} times in the ledger.";
                if (push.Deliveries.FirstOrDefault(row => performed.GetValueOrDefault(row.Key) > 1) is { } twice)
                    yield return $"the channel sent {push} {performed[twice.Key]} times.";
                if (!push.IsSent && push.Deliveries.Any(row => row.SentAt < push.EndsAt))
                    yield return $"the message of {push} was sent in time.";
                if (push.Deliveries.Any(row => row.Key != push.View.DeliveryKey))
                    yield return $"{push} does not name its message in the ledger.";
                if (world.SkippedPushes.Contains(push.View.Id) && push.View.State is not PushState.Skipped)
                    yield return $"{push} was skipped by an operator.";
            }

            foreach (var row in await WithoutPushAsync(reader, pushes))
                yield return $"the ledger has {row.Key} of {row.Cause}, which is unknown.";
        }
    }

    static async Task<IEnumerable<DeliveryView>> WithoutPushAsync(ApiReader reader, IReadOnlyList<LedgerPush> pushes)
    {
        if (pushes is not [var first, ..]) return [];
        var known = pushes.SelectMany(push => push.Deliveries).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return (await GroupPushes.DeliveriesAsync(reader, first.View.GroupId)).Where(row => !known.Contains(row.Key));
    }
}
