using Community.Pushes.Guards;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>Counts the pushes that the owner of all groups sent by hand. A push that was missed cost no tap.</summary>
sealed class OwnerTapsKept : IInvariant
{
    public string Name => "an owner sends no more pushes a day than the limit";

    public string Reason => "An owner with too many taps stops to send any.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.NeedsTaps) yield break;
        List<LedgerPush> sent = [];
        await foreach (var pushes in GroupPushes.ReadAsync(world, reader))
            sent.AddRange(pushes.Where(push => push.IsSent && !push.Overrides(PushGuard.OwnerTaps)));
        var exceeded = sent
            .CountBy(push => GroupPushes.DateOf(push.EarliestAt))
            .Where(day => day.Value > Behaviour.FromFile.PushTapsPerDay);
        foreach (var (day, count) in exceeded) yield return $"the owner sent {count} pushes on {day:O}.";
    }
}
