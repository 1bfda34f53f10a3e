using Simulation.Plans;

namespace Simulation.Workloads;

/// <summary>Members who click the link of their group; some of them buy.</summary>
static class ShopperWorkload
{
    /// <summary>
    /// Draws clicks and orders within <paramref name="minutes"/> after the link is sent at <paramref name="from"/>.
    /// </summary>
    public static IEnumerable<SimulatedEvent> Draw(Random random, string group, TimeSpan from, int minutes)
    {
        for (var click = random.Next(0, 6); click > 0; click--)
        {
            // Most click at the same time, so that several share a batch.
            var at =
                from
                + TimeSpan.FromMinutes(1)
                + (
                    random.NextDouble() < 0.6
                        ? TimeSpan.FromMilliseconds(random.Next(500))
                        : TimeSpan.FromMinutes(random.NextDouble() * minutes));
            yield return new ClickCall(at, group);
            if (random.NextDouble() < 0.5) continue;
            var order = SampleBodies.Named($"order-{group}", click);
            var paid = at + TimeSpan.FromMinutes(random.Next(1, 40));
            yield return new ShopCall(paid, order, "order.paid", OrderWorkload.Price) { ClickedIn = group };
            if (random.NextDouble() < 0.2)
                yield return new ShopCall(
                    paid + TimeSpan.FromMinutes(random.Next(1, 60)),
                    order,
                    "order.refunded",
                    random.Next(1, OrderWorkload.Price));
            if (random.NextDouble() < 0.2)
                yield return new ShopCall(paid + TimeSpan.FromMinutes(90), order, "order.cancelled", 0);
        }
    }
}
