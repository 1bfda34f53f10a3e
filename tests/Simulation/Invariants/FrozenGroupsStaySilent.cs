using System.Text.Json;
using Community.Care.Crises;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Care.Crises;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// What a person sends while the group is frozen is not compared: the person may have had it in hand before.
/// </summary>
sealed class FrozenGroupsStaySilent : IInvariant
{
    // A request that fails at first is tried again, and what is being sent finishes.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);

    public string Name => "a frozen group gets statements only, until it is released";

    public string Reason =>
        "In a crisis every automatic message makes it worse, and a group that stays frozen is dead.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<CrisisWorkload>().Any()) yield break;
        List<CrisisView> crises = [];
        foreach (var id in world.Crises.Keys.Where(done => done.Deed is CrisisDeed.Open).Select(done => done.Id))
            crises.Add((await reader.GetAsync($"/api/crises/{id}")).Deserialize<CrisisView>(ApiJson.Options)!);
        foreach (var violation in crises.SelectMany(crisis => LostRequests(world, crisis))) yield return violation;
        foreach (var groupId in new[] { CrisisWorkload.Shared, CrisisWorkload.Other })
        {
            var group = (await reader.GetAsync($"/api/groups/{groupId}")).Deserialize<GroupView>(ApiJson.Options)!;
            var ledger = await GroupLedger.ReadAsync(reader, groupId);
            foreach (var violation in WrongHolds(group, crises)) yield return violation;
            foreach (var violation in crises.SelectMany(crisis => Broken(crisis, groupId, ledger)))
                yield return violation;
            foreach (var violation in LeftWaiting(world, group, ledger)) yield return violation;
        }
    }

    // What was answered with a success is stored.
    static IEnumerable<string> LostRequests(World world, CrisisView crisis)
    {
        if (world.Crises.ContainsKey((crisis.Id, CrisisDeed.Resolve)) && crisis.State is not CrisisState.Resolved)
            yield return $"{crisis.Id} lost its end.";
        if (world.Crises.ContainsKey((crisis.Id, CrisisDeed.Release))
            && crisis.Frozen.Contains(CrisisWorkload.Other)) yield return $"{crisis.Id} lost a release.";
        if (crisis is { State: CrisisState.Resolved, Frozen.Count: > 0 })
            yield return $"{crisis.Id} is resolved and freezes {string.Join(", ", crisis.Frozen)}.";
    }

    static IEnumerable<string> WrongHolds(GroupView group, List<CrisisView> crises)
    {
        var expected = crises.Where(crisis => crisis.Frozen.Contains(group.Id)).Select(crisis => crisis.Id).Order();
        var held = group.Holds.Where(hold => hold.Cause is HoldCause.Crisis).Select(hold => hold.CrisisId!).Order();
        if (!expected.SequenceEqual(held))
            yield return $"{group.Id} is held by {string.Join(", ", held)} in place of {string.Join(", ", expected)}.";
    }

    static IEnumerable<string> Broken(CrisisView crisis, string groupId, IReadOnlyList<DeliveryView> ledger)
    {
        if (crisis.Groups.SingleOrDefault(group => group.Id == groupId) is not { } frozen) yield break;
        var (from, until) = (crisis.OpenedAt + Tolerance, frozen.ReleasedAt ?? DateTimeOffset.MaxValue);
        foreach (var sent in ledger)
        {
            var isMessage = sent.To is ChannelAction.SendToGroup or ChannelAction.SendToMember;
            if (isMessage && sent.TaskId is null && sent.Cause != $"crisis-{crisis.Id}"
                && sent.State is DeliveryState.Sent && sent.SentAt > from && sent.SentAt < until)
            {
                yield return $"{groupId}, frozen by {crisis.Id} until {until:u}, got {sent.Cause} {sent.Step} at "
                    + $"{sent.SentAt:u}.";
            }
        }
    }

    static IEnumerable<string> LeftWaiting(World world, GroupView group, IReadOnlyList<DeliveryView> ledger)
    {
        if (group.Holds.Count > 0) yield break;
        var latest = world.Clock.Now - Tolerance;
        var waiting = ledger.Where(row => row.State is DeliveryState.Queued);
        foreach (var left in waiting.Where(row => (row.NotBefore ?? row.QueuedAt) < latest))
            yield return $"{group.Id} still waits for {left.Cause} {left.Step} of {left.QueuedAt:u}.";
    }
}
