using TestSupport.LocalApp;

namespace TestSupport.HostCosts;

/// <summary>Something that happens a number of times, whose cost is measured.</summary>
public interface IHostCostScenario
{
    /// <summary>
    /// Lets it happen <paramref name="count"/> times, at most <paramref name="max"/>, to its end. Everything else is
    /// the same for each count: what is prepared, and how far the clock moves.
    /// </summary>
    Task RunAsync(OperatorClient client, int count, int max);
}

/// <summary>
/// The cost of one more: the difference between a run with twice as many and a run. Timer functions, caches and what
/// is shared cost the same in both and do not count.
/// </summary>
public static class MarginalCost
{
    const int Count = 10;

    public static async Task<HostCost> MeasureAsync(
        this IHostCostScenario scenario, Func<StorageRequestCounter, Task<CountedApp>> startAsync)
    {
        var once = await scenario.RunAsync(startAsync, Count);
        var twice = await scenario.RunAsync(startAsync, 2 * Count);
        return twice.DifferenceTo(once, Count);
    }

    /// <summary>The cost of one of ten, with its share of what they share.</summary>
    public static async Task<HostCost> MeasureWithShareAsync(
        this IHostCostScenario scenario, Func<StorageRequestCounter, Task<CountedApp>> startAsync)
    {
        var none = await scenario.RunAsync(startAsync, 0);
        var once = await scenario.RunAsync(startAsync, Count);
        return once.DifferenceTo(none, Count);
    }

    static async Task<HostCost> RunAsync(
        this IHostCostScenario scenario, Func<StorageRequestCounter, Task<CountedApp>> startAsync, int count)
    {
        await using var app = await startAsync(new StorageRequestCounter());
        await scenario.RunAsync(app.Client, count, 2 * Count);
        return await app.CostAsync();
    }
}
