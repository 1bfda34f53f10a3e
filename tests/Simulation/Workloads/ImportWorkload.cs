using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>
/// Files with orders of the shop, each of which corrects the one before. The shop signs some of these orders, before or
/// after the files.
/// </summary>
sealed class ImportWorkload : IWorkload
{
    const int Orders = 6;

    public Task SetUpAsync(World world) => Task.CompletedTask;

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        var signed = Enumerable.Range(1, Orders).Where(_ => random.NextDouble() < 0.3).ToHashSet();
        foreach (var number in signed)
            yield return new ShopCall(At(random), OrderOf(number), "order.paid", OrderWorkload.Price);
        for (var files = random.Next(1, 4); files > 0; files--)
        {
            var lines = Enumerable.Range(1, Orders)
                .Where(_ => random.NextDouble() < 0.7)
                .Select(number => new ImportLine(
                    OrderOf(number),
                    random.Next(100, OrderWorkload.Price),
                    signed.Contains(number) ? 0 : random.Next(0, 2) * random.Next(1, 100)));
            yield return new ImportCall(At(random), [.. lines]);
        }
    }

    static TimeSpan At(Random random) => TimeSpan.FromMinutes(3 + (random.NextDouble() * 20));

    static string OrderOf(int number) => SampleBodies.Named("imported", number);
}
