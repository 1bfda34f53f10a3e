using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class OrdersEqualTheShop : IInvariant
{
    public string Name => "orders equal the shop's own record";

    public string Reason => "Figures, rewards and stock follow from orders, so a wrong order makes all of them wrong.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        foreach (var call in world.Plan.Events.OfType<ShopCall>().Where(call => !world.Acknowledged.Contains(call.Id)))
            yield return $"{call} was never acknowledged.";
        foreach (
            var order in world
                .Plan.Events.OfType<ShopCall>()
                .Where(call => world.Acknowledged.Contains(call.Id))
                .GroupBy(call => call.OrderId))
        {
            var shown = await reader.GetAsync($"/api/orders/{Workloads.OrderWorkload.Shop}/{order.Key}");
            var (paid, refunded) = (Sum(order, "order.paid"), Sum(order, "order.refunded"));
            var state = order.Any(call => call.Type == "order.cancelled") ? "Cancelled"
                : paid == 0 ? "Waiting"
                : refunded == 0 ? "Paid"
                : refunded < paid ? "PartlyRefunded"
                : "Refunded";
            var said = (
                shown.GetProperty("state").GetString(),
                shown.GetProperty("amountMinor").GetInt64(),
                shown.GetProperty("refundedMinor").GetInt64());
            if (said != (state, paid, refunded))
                yield return $"the shop has {order.Key} as {(state, paid, refunded)}, and the app as {said}.";
        }
    }

    static long Sum(IEnumerable<ShopCall> order, string type) =>
        order.Where(call => call.Type == type).Sum(call => (long)call.AmountMinor);
}
