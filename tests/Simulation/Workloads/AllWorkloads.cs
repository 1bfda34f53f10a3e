using Simulation.Plans;

namespace Simulation.Workloads;

/// <summary>Every kind of people, and how likely a run has some.</summary>
static class AllWorkloads
{
    public static IEnumerable<IWorkload> Draw(Random random, Behaviour behaviour)
    {
        if (random.NextDouble() < behaviour.Fission) yield return new Fission(random.Next(3, 6), random.NextDouble() < behaviour.Scans);
        if (random.NextDouble() < behaviour.Onboarding) yield return new Newcomers(random.NextDouble() < 0.2);
        if (random.NextDouble() < behaviour.FlashSale) yield return new FlashSales(random.Next(1, 3));
        if (random.NextDouble() < behaviour.Conversions) yield return new Conversions();
        if (random.NextDouble() < behaviour.Orders) yield return new Orders();
        yield return new Staff();
    }
}
