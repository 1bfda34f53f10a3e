using System.Text.Json;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// A push with its rows of the ledger. It was decided between <see cref="EarliestAt"/> and <see cref="LatestAt"/>; with
/// no fault in between these are the same.
/// </summary>
sealed record LedgerPush(PushView View, IReadOnlyList<DeliveryView> Deliveries)
{
    /// <summary>The instant from which the app may send it.</summary>
    public DateTimeOffset EarliestAt => View.NotBefore > View.PlannedAt ? View.NotBefore.Value : View.PlannedAt;

    /// <summary>The instant at which its message was in the ledger; null before that.</summary>
    public DateTimeOffset? LatestAt => Deliveries.Count == 0 ? null : Deliveries.Min(row => row.QueuedAt);

    /// <summary>The instant from which it is too late to confirm it.</summary>
    public DateTimeOffset EndsAt => EarliestAt + PushBodies.LatenessOf(View.SlotId);

    public bool IsSent => View.State is PushState.Sent;

    /// <summary>True when a person let it pass this guard.</summary>
    public bool Overrides(PushGuard guard) => View.Changes.Any(change => change.Overrides.Contains(guard));

    /// <summary>True when a person sent it now, moved it or replaced its item, which passes the window.</summary>
    public bool PassesWindow => View.Changes.Any(change =>
        change.Action is PushAction.SendNow or PushAction.Move or PushAction.Replace);

    /// <summary>True when this one was decided first for certain.</summary>
    public bool IsBefore(LedgerPush other) => LatestAt < other.EarliestAt;

    public override string ToString() =>
        $"{View.Id} ({View.State}, {EarliestAt.ToUniversalTime():u} to {LatestAt?.ToUniversalTime():u})";
}

/// <summary>Reads the pushes of <see cref="PushWorkload"/> at the end of a run.</summary>
static class GroupPushes
{
    /// <summary>The pushes by group; none in a run without the workload.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<LedgerPush>> ReadAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<PushWorkload>().Any()) yield break;
        foreach (var group in PushGroup.All) yield return await ReadAsync(reader, group.Id);
    }

    /// <summary>The pushes of one group.</summary>
    public static async Task<IReadOnlyList<LedgerPush>> ReadAsync(ApiReader reader, string group)
    {
        var deliveries = (await DeliveriesAsync(reader, group)).ToLookup(row => row.Cause, StringComparer.Ordinal);
        return [.. (await reader.ListAsync($"/api/pushes?groupId={group}"))
            .Select(push => push.Deserialize<PushView>(ApiJson.Options)!)
            .Select(push => new LedgerPush(push, [.. deliveries[$"push-{push.Id}"]]))];
    }

    /// <summary>The local date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>The local date and time of an instant.</summary>
    public static DateTime Local(DateTimeOffset at) => at.ToOffset(Behaviour.FromFile.Start.Offset).DateTime;

    /// <summary>The messages of pushes in the ledger of the group.</summary>
    public static async Task<IReadOnlyList<DeliveryView>> DeliveriesAsync(ApiReader reader, string group) =>
        [.. (await GroupLedger.ReadAsync(reader, group)).Where(row => row.Step == "push")];
}
