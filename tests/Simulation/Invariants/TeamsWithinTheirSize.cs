using System.Text.Json;
using Community.Messaging.StaffTasks;
using Community.Selling.GroupBuys;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.GroupBuys;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>The teams of the group-buy and the tasks to refund its orders.</summary>
sealed class TeamsWithinTheirSize : IInvariant
{
    // Work that fails at first is tried again within minutes.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);

    public string Name => "teams keep their size and each failed order is refunded once";

    public string Reason => "A buyer above the size has paid for nothing, and a second refund is the brand's loss.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.GroupBuys.Count == 0) yield break;
        var groupBuy = (await reader.GetAsync($"/api/group-buys/{GroupBuyWorkload.GroupBuy}"))
            .Deserialize<GroupBuyView>(ApiJson.Options)!;
        foreach (var violation in TeamFaults(groupBuy)) yield return violation;
        foreach (var told in world.CancelledGroupBuys)
        {
            foreach (var violation in CancellationFaults(groupBuy, told)) yield return violation;
        }

        var open = await TasksAsync(reader, "open");
        var all = open.Concat(await TasksAsync(reader, "done")).ToList();
        foreach (var twice in all.CountBy(task => task.Title).Where(tasks => tasks.Value > 1))
            yield return $"{twice.Value} tasks say: {twice.Key}.";
        if (world.Clock.Now < groupBuy.ClosesAt + Tolerance) yield break;
        foreach (var violation in EndFaults(groupBuy, open, all, CancelledOrders(world))) yield return violation;
    }

    static IEnumerable<string> TeamFaults(GroupBuyView groupBuy)
    {
        foreach (var team in groupBuy.Teams.Where(team => team.Members.Count > groupBuy.Size))
            yield return $"{team.Id} has {team.Members.Count} members, and {groupBuy.Size} are enough.";
        var places = groupBuy.Teams.SelectMany(team => team.Members).ToList();
        foreach (var twice in places.CountBy(place => place.MemberId).Where(member => member.Value > 1))
            yield return $"{twice.Key} has {twice.Value} places.";
        var orders = places.Select(place => place.OrderId).OfType<string>();
        foreach (var twice in orders.CountBy(order => order).Where(order => order.Value > 1))
            yield return $"the order {twice.Key} has {twice.Value} places.";
    }

    static IEnumerable<string> CancellationFaults(GroupBuyView groupBuy, GroupBuyView told)
    {
        if (groupBuy.State is not GroupBuyState.Cancelled) yield return $"{groupBuy.Id} is {groupBuy.State}.";
        if (groupBuy.Cancellation != told.Cancellation)
            yield return $"{told.Cancellation} was told of {groupBuy.Id}, and it has {groupBuy.Cancellation}.";
        if (groupBuy.Outcome != told.Outcome)
            yield return $"{groupBuy.Id} ended with {told.Outcome}, and again with {groupBuy.Outcome}.";
        if (!PlacesOf(groupBuy).SequenceEqual(PlacesOf(told)))
            yield return $"places of {groupBuy.Id} changed after its cancellation.";
    }

    static IEnumerable<(string, string, string?)> PlacesOf(GroupBuyView groupBuy) =>
        from team in groupBuy.Teams
        from member in team.Members
        select (team.Id, member.MemberId, member.OrderId);

    static IEnumerable<string> EndFaults(
        GroupBuyView groupBuy,
        IReadOnlyList<StaffTaskView> open,
        IReadOnlyList<StaffTaskView> all,
        HashSet<string> cancelled)
    {
        if (groupBuy.State is GroupBuyState.Open) yield return $"{groupBuy.Id} is open after its end.";
        foreach (var refund in groupBuy.Refunds.Where(refund => all.All(task => task.Id != refund.TaskId)))
            yield return $"the order {refund.OrderId} has no task to refund it.";
        foreach (var refund in groupBuy.Refunds.Where(refund => cancelled.Contains(refund.OrderId)))
            yield return $"the order {refund.OrderId} is cancelled and to be refunded.";
        var due = groupBuy.Refunds.Select(refund => refund.TaskId).ToHashSet(StringComparer.Ordinal);
        foreach (var task in open.Where(task => !due.Contains(task.Id)))
            yield return $"a task asks for a refund that nobody is owed: {task.Title}.";
    }

    static HashSet<string> CancelledOrders(World world) => world.Plan.Events.OfType<ShopCall>()
        .Where(call => call.Type == "order.cancelled" && world.Acknowledged.Contains(call.Id))
        .Select(call => call.OrderId)
        .ToHashSet(StringComparer.Ordinal);

    static async Task<IReadOnlyList<StaffTaskView>> TasksAsync(ApiReader reader, string status) =>
    [
        .. (await reader.ListAsync($"/api/tasks?status={status}"))
            .Select(task => task.Deserialize<StaffTaskView>(ApiJson.Options)!)
            .Where(task => task.Kind is StaffTaskKind.RefundGroupBuy),
    ];
}
