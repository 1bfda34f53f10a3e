using System.Globalization;
using System.Text.Json;
using Community.Care.Promises;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Promises;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class PromisesKeptOrTold : IInvariant
{
    // A request that fails at first is tried again within minutes.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);

    public string Name => "each unit of a promise is delivered, or staff are told before it is missed";

    public string Reason => "A client who paid and got nothing, without a word, never comes back.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<PromiseWorkload>().Any()) yield break;
        var made = world.Promises.Keys.Where(done => done.Deed is PromiseDeed.Make).Select(done => done.Id).ToList();
        var listed = (await reader.ListAsync($"/api/promises?groupId={PromiseWorkload.Group}"))
            .Select(promise => promise.GetProperty("id").GetString()!);
        if (!made.Order(StringComparer.Ordinal).SequenceEqual(listed)) yield return "the list lacks promises.";
        var ledger = await GroupLedger.ReadAsync(reader, PromiseWorkload.Group);
        var open = await TaskIdsAsync(reader, "open");
        var all = open.Union(await TaskIdsAsync(reader, "done"), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var id in made)
        {
            var promise = (await reader.GetAsync($"/api/promises/{id}"))
                .Deserialize<PromiseView>(ApiJson.Options)!;
            foreach (var violation in promise.Units.SelectMany(unit => WrongNumbers(world, promise, unit)))
                yield return violation;
            foreach (var violation in promise.Units.SelectMany(unit => Untold(world, promise, unit, open, all)))
                yield return violation;
            foreach (var violation in promise.Units.SelectMany(unit => WronglyAsked(promise, unit, ledger)))
                yield return violation;
            if (promise.Late != promise.Units.Count(unit => unit.Late)
                || promise.Delivered != promise.Units.Sum(unit => unit.Delivered))
                yield return $"{id} has other numbers than its units.";
        }
    }

    // What was answered with a success counts once.
    static IEnumerable<string> WrongNumbers(World world, PromiseView promise, PromisedUnitView unit)
    {
        var calls = world.Plan.Events.OfType<PromiseCall>()
            .Where(call => call.Id == promise.Id && call.Unit == unit.Number)
            .ToList();
        var deliveries = calls.Select(call => call.Delivery).OfType<DeliverUnitRequest>().Select(delivery =>
            new UnitDelivery(
                unit.Number, delivery.Id!, "", delivery.Quantity!.Value, delivery.MemberIds ?? [], "", default));
        var expected = DeliveryCount.Of(promise.Kind, unit.Quantity, deliveries).Amount;
        if (unit.Delivered + unit.Extras != expected || unit.Delivered > unit.Quantity)
            yield return $"{promise.Id} unit {unit.Number} counts {unit.Delivered} and {unit.Extras}, not {expected}.";
        var isLate = (unit.DeliveredAt ?? world.Clock.Now) > unit.DueAt;
        if (unit.Late != isLate) yield return $"{promise.Id} unit {unit.Number} is late: {unit.Late}.";
        var members = calls.Select(call => call.Gain?.MemberId).OfType<string>().Distinct().Count();
        if (unit.Gain.Answered != members || unit.Gain.Mean is < 1 or > 5)
            yield return $"{promise.Id} unit {unit.Number} has {unit.Gain} of {members} members.";
    }

    static IEnumerable<string> Untold(
        World world, PromiseView promise, PromisedUnitView unit, HashSet<string> open, HashSet<string> all)
    {
        var task = NewStaffTask.IdOf(
            string.Create(CultureInfo.InvariantCulture, $"promise-{promise.Id}:unit-{unit.Number}"));
        if (unit.DeliveredAt is not null && open.Contains(task))
            yield return $"{promise.Id} unit {unit.Number} is delivered and has an open task.";
        if ((unit.DeliveredAt ?? world.Clock.Now) < unit.DueAt + Tolerance) yield break;
        if (!(unit.AlertedAt <= unit.DueAt) || !all.Contains(task))
        {
            yield return $"{promise.Id} unit {unit.Number}, due {unit.DueAt:u} and delivered {unit.DeliveredAt:u}, was "
                + $"alerted at {unit.AlertedAt:u}.";
        }

        if (!(unit.MissedAt >= unit.DueAt)) yield return $"{promise.Id} unit {unit.Number} is not marked as missed.";
    }

    // A group is asked once for each unit to learn that was delivered.
    static IEnumerable<string> WronglyAsked(
        PromiseView promise, PromisedUnitView unit, IReadOnlyList<DeliveryView> ledger)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"gain-{unit.Number}");
        var asked = ledger.Count(row => row.Cause == $"promise-{promise.Id}" && row.Step == step);
        var expected = promise.Kind is PromiseKind.Learning && unit.DeliveredAt is not null ? 1 : 0;
        if (asked != expected || (unit.GainUrl is null) != (expected == 0))
            yield return $"{promise.Id} unit {unit.Number} was asked for {asked} times.";
    }

    static async Task<HashSet<string>> TaskIdsAsync(ApiReader reader, string status) =>
        (await reader.ListAsync($"/api/tasks?status={status}"))
            .Select(task => task.GetProperty("id").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
}
