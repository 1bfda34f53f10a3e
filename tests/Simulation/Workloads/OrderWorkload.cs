using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>A shop with payments, refunds and cancellations, whose webhooks arrive in any order.</summary>
sealed class OrderWorkload : IWorkload
{
    public const string Shop = "tea-shop";

    /// <summary>The price of one unit, in minor units.</summary>
    public const int Price = 19_900;

    public Task SetUpAsync(World world) => Task.CompletedTask;

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        for (var number = random.Next(1, 8); number > 0; number--)
        {
            var order = SampleBodies.Named("order", number);
            var at = TimeSpan.FromMinutes(3 + (random.NextDouble() * 600));
            yield return new ShopCall(at, order, "order.paid", Price);
            for (var refunds = random.Next(-2, 3); refunds > 0; refunds--)
                yield return new ShopCall(
                    at + TimeSpan.FromMinutes(random.Next(1, 60)) + TimeSpan.FromSeconds(refunds),
                    order,
                    "order.refunded",
                    random.Next(1, Price / 2));
            if (random.NextDouble() < 0.2)
                yield return new ShopCall(at + TimeSpan.FromMinutes(90), order, "order.cancelled", 0);
        }
    }
}
