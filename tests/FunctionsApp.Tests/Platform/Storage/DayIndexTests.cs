using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Storage;

public sealed class DayIndexTests
{
    const int Owners = 250;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    readonly ManualClock clock = new(Start);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(10_000)]
    public async Task Steps_do_the_work_of_every_day_and_no_step_exceeds_its_budget(int budget)
    {
        const int workOfEach = 3;
        var index = await StartAsync();
        var (rest, done) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        for (var step = 0; step < (Owners * (workOfEach + 2) / budget) + Owners + 2; step++)
        {
            var before = done;
            await index.StepAsync(Start.AddDays(1), budget, WorkAsync);
            Assert.InRange(done - before, 0, budget);
        }

        Assert.Equal((Owners, Owners * workOfEach), (rest.Count, done));

        Task<DayVisit> WorkAsync(IndexedDay day, int most)
        {
            var work = Math.Min(rest.GetValueOrDefault(day.Owner, workOfEach), most);
            rest[day.Owner] = rest.GetValueOrDefault(day.Owner, workOfEach) - work;
            done += work;
            return Task.FromResult(DayVisit.OfDeletion(work, most));
        }
    }

    [Fact]
    public async Task Only_days_written_before_the_horizon_are_visited()
    {
        var index = await StartAsync();
        clock.Now = Start.AddDays(1);
        await index.AddAsync(Start.AddDays(-9), "late");
        await index.AddAsync(Start, "owner-000");

        var visited = await VisitedAsync(index, Start.AddDays(1), DayOutcome.Finished);

        Assert.Equal(Owners, visited.Count);
        Assert.Equal(
            [(Start.AddDays(-9).Day, "late"), (Start.Day, "owner-000")],
            (await VisitedAsync(index, Start.AddDays(2), DayOutcome.Finished)).Select(day => (day.Day.Day, day.Owner)));
    }

    [Theory]
    [InlineData(DayOutcome.Finished, 0, 0)]
    [InlineData(DayOutcome.Unfinished, Owners, Owners)]
    [InlineData(DayOutcome.Postponed, 0, Owners)]
    public async Task Day_is_visited_again_as_its_visit_asks_for(DayOutcome outcome, int atOnce, int later)
    {
        var index = await StartAsync();
        clock.Now = Start.AddDays(30);
        await VisitedAsync(index, Start.AddDays(1), outcome);

        Assert.Equal(atOnce, (await VisitedAsync(index, Start.AddDays(1), DayOutcome.Unfinished)).Count);
        Assert.Equal(later, (await VisitedAsync(index, Start.AddDays(31), DayOutcome.Unfinished)).Count);
    }

    [Fact]
    public async Task Owner_that_fails_does_not_keep_back_the_others_and_is_visited_again()
    {
        var index = await StartAsync();
        List<string> visited = [];

        await index.StepAsync(Start.AddDays(1), 1_000, (day, _) =>
        {
            if (day.Owner == "owner-003") throw new InvalidOperationException("broken");
            visited.Add(day.Owner);
            return Task.FromResult(new DayVisit(0, DayOutcome.Finished));
        });

        Assert.Equal(Owners - 1, visited.Count);
        Assert.Equal(
            "owner-003", Assert.Single(await VisitedAsync(index, Start.AddDays(1), DayOutcome.Finished)).Owner);
    }

    static async Task<List<IndexedDay>> VisitedAsync(DayIndex index, DateTimeOffset horizon, DayOutcome outcome)
    {
        List<IndexedDay> visited = [];
        await index.StepAsync(horizon, 1_000, (day, _) =>
        {
            visited.Add(day);
            return Task.FromResult(new DayVisit(0, outcome));
        });
        return visited;
    }

    async Task<DayIndex> StartAsync()
    {
        var table = new CatalogTable(InMemoryStorage.NewTables(), OptimisticRetry.InRealTime);
        await table.EnsureAsync(TestContext.Current.CancellationToken);
        var index = new DayIndex(table, "$things", clock, NullLogger.Instance);
        await index.AddAsync(Start, Enumerable.Range(0, Owners).Select(owner => $"owner-{owner:d3}"));
        return index;
    }

    sealed class ManualClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
