using LocalRuntime.Store;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>The counters count the whole process, so these tests do not run in parallel with others.</summary>
[CollectionDefinition(nameof(CountedAlone), DisableParallelization = true)]
public sealed class CountedAlone;

/// <summary>The cost of credits and standings in round trips to the storage.</summary>
[Collection(nameof(CountedAlone))]
public sealed class CreditCostTests
{
    [Fact]
    public async Task Credited_join_costs_at_most_six_round_trips()
    {
        var scenario = await StandingScenario.CreateAsync(InMemoryStorage.NewTables());
        await scenario.JoinAsync("first", "ann");

        for (var n = 0; n < 30; n++)
            Assert.InRange(await CountAsync(() => scenario.JoinAsync($"u{n}", "ann", n)), 1, 6);

        Assert.Equal(31, (await scenario.Standings.FindAsync("spring", "ann"))!.Credits);
    }

    [Fact]
    public async Task Number_of_participants_does_not_change_the_cost_of_a_page_of_standings()
    {
        var scenario = await StandingScenario.CreateAsync(InMemoryStorage.NewTables());
        for (var n = 0; n < 20; n++) await scenario.JoinAsync($"u{n}", $"inviter-{n}", n);
        var few = await CountAsync(() => scenario.Standings.PageAsync("spring", 10, null));
        for (var n = 20; n < 400; n++) await scenario.JoinAsync($"u{n}", $"inviter-{n}", n);

        var many = await CountAsync(() => scenario.Standings.PageAsync("spring", 10, null));

        Assert.Equal(few, many);
    }

    [Fact]
    public async Task Pages_of_standings_list_each_once_in_order()
    {
        var scenario = await StandingScenario.CreateAsync(InMemoryStorage.NewTables());
        for (var n = 0; n < 100; n++) await scenario.JoinAsync($"u{n}", $"inviter-{n % 40}", n);

        List<Community.Acquisition.Standings.Standing> all = [];
        string? continuation = null;
        do
        {
            var page = await scenario.Standings.PageAsync("spring", 7, continuation);
            all.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(40, all.Select(standing => standing.MemberId).Distinct().Count());
        Assert.Equal(40, all.Count);
        Assert.Equal(
            all.OrderByDescending(standing => standing.Credits).ThenBy(standing => standing.LastCreditAt),
            all);
    }

    static async Task<long> CountAsync(Func<Task> call)
    {
        var before = StorageTransactions.Embedded;
        await call();
        return StorageTransactions.Embedded - before;
    }
}
