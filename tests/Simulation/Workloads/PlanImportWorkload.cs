using System.Globalization;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Workloads;

/// <summary>An administrator imports a document of plans, and later an edited one.</summary>
sealed class PlanImportWorkload : IWorkload
{
    public const string Campaign = "imported-tea";

    const string Brand = "0123456789abcdef0123456789abcdef";

    /// <summary>The document in its first or an edited version.</summary>
    public static object Document(DateTimeOffset start, int version) => new
    {
        schema = "community-plans",
        version = 1,
        brandId = Brand,
        groups = Enumerable.Range(1, 3).Select(number => SampleBodies.Group(
            Group(number), "SuperUser", start.AddDays(30), capacity: 100 + version)),
        campaigns = (object[])
        [
            new
            {
                id = Campaign,
                name = "导入的活动",
                mode = "PosterShare",
                opensAt = start.AddDays(10),
                closesAt = start.AddDays(20 + version),
                groupIds = (string[])[Group(1), Group(2)],
                posters = (object[])
                [
                    new
                    {
                        id = "7f3d2a10c5e84b6fa1d20987c3b4e5f6",
                        code = "h7k2m9p4q6",
                        title = "导入",
                        lines = Array.Empty<string>(),
                    },
                ],
            },
        ],
        conversions = (object[])
        [
            new
            {
                id = "imported-talk",
                groupIds = (string[])[Group(3)],
                product = SampleBodies.Product(100),
                warmUp = new { at = start.AddDays(11), topic = "大家喝什么茶？" },
                linkAt = start.AddDays(12),
                closesAt = start.AddDays(13),
                closing = string.Create(CultureInfo.InvariantCulture, $"第 {version} 版结束了"),
                seed = 3,
            },
        ],
    };

    public Task SetUpAsync(World world) => Task.CompletedTask;

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        yield return new PlanImportCall(
            TimeSpan.FromMinutes(random.Next(3, 300)), TimeSpan.FromMinutes(random.Next(1, 300)));
    }

    static string Group(int number) => SampleBodies.Named("imported", number);
}
