using System.Text.Json;
using Community.Pushes.Guards;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// Finds pushes that came between the warm-up of a conversion, once it was sent, and its planned closing. One whose
/// instant is uncertain counts only when all of its possible instants are in between.
/// </summary>
sealed class BlackoutKept : IInvariant
{
    public string Name => "nothing else is pushed during a conversion";

    public string Reason => "A push in the middle of a discussion costs its group the sale.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<PushWorkload>().Any()) yield break;
        var group = PushGroup.WithConversion.Id;
        if (await WarmUpAsync(reader, group) is not { } warmUpAt) yield break;
        var others = (await GroupPushes.ReadAsync(reader, group)).Where(push =>
            push.IsSent && push.View.SlotId != PushConversion.AttachedSlot && !push.Overrides(PushGuard.Blackout));
        foreach (var push in others)
        {
            if (push.EarliestAt >= warmUpAt && push.LatestAt < PushConversion.ClosesAt(world))
                yield return $"{push} was sent after the warm-up at {warmUpAt.ToUniversalTime():u}.";
        }
    }

    // Null for a warm-up that was passed over.
    static async Task<DateTimeOffset?> WarmUpAsync(ApiReader reader, string group) =>
        (await reader.ListAsync($"/api/deliveries?groupId={group}"))
            .Select(row => row.Deserialize<DeliveryView>(ApiJson.Options)!)
            .FirstOrDefault(row => row.Step == "warm-up")?.QueuedAt;
}
