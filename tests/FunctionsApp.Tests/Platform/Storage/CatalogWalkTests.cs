using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class CatalogWalkTests
{
    const int Ids = 250;

    readonly ManualClock clock = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1_000)]
    public async Task Steps_do_the_work_of_every_document_and_no_step_exceeds_its_budget(int budget)
    {
        const int WorkOfEach = 3;
        var walk = await StartAsync();
        var (rest, done) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        for (var step = 0; step < (2 * Ids * WorkOfEach / budget) + 2; step++)
        {
            var before = done;
            await walk.StepAsync("w", "things", budget, WorkAsync);
            Assert.InRange(done - before, 0, budget);
        }

        Assert.Equal((Ids, Ids * WorkOfEach), (rest.Count, done));

        Task<int> WorkAsync(string id, int most)
        {
            var work = Math.Min(rest.GetValueOrDefault(id, WorkOfEach), most);
            rest[id] = rest.GetValueOrDefault(id, WorkOfEach) - work;
            done += work;
            return Task.FromResult(work);
        }
    }

    [Fact]
    public async Task Next_pass_begins_a_day_later()
    {
        var walk = await StartAsync();
        List<string> visited = [];
        await walk.StepAsync("w", "things", 1_000, (id, _) => VisitAsync(visited, id));
        clock.Advance(TimeSpan.FromHours(23));
        await walk.StepAsync("w", "things", 1_000, (id, _) => VisitAsync(visited, id));
        Assert.Equal(Ids, visited.Count);

        clock.Advance(TimeSpan.FromHours(1));
        await walk.StepAsync("w", "things", 1_000, (id, _) => VisitAsync(visited, id));

        Assert.Equal(2 * Ids, visited.Count);
    }

    [Fact]
    public async Task Document_that_fails_does_not_keep_back_the_others()
    {
        var walk = await StartAsync();
        List<string> visited = [];

        await walk.StepAsync("w", "things", 1_000, (id, _) => id == "thing-003"
            ? throw new InvalidOperationException("broken")
            : VisitAsync(visited, id));

        Assert.Equal(Ids - 1, visited.Count);
    }

    static Task<int> VisitAsync(List<string> visited, string id)
    {
        visited.Add(id);
        return Task.FromResult(1);
    }

    async Task<CatalogWalk> StartAsync()
    {
        var table = new CatalogTable(InMemoryStorage.NewTables(), OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        var catalog = new IdCatalog(table);
        for (var id = 0; id < Ids; id++) await catalog.AddAsync("things", $"thing-{id:d3}");
        return new CatalogWalk(table, clock, NullLogger<CatalogWalk>.Instance);
    }

    sealed class ManualClock(DateTimeOffset now) : TimeProvider
    {
        DateTimeOffset now = now;

        public void Advance(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
