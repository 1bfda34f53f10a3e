using LocalRuntime.Store;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>The counters are the process's, so these tests run while no other does.</summary>
[CollectionDefinition(nameof(CountedAlone), DisableParallelization = true)]
public sealed class CountedAlone;

/// <summary>What credits and standings cost in round trips to the storage.</summary>
[Collection(nameof(CountedAlone))]
public sealed class CreditCostTests
{
    [Fact]
    public async Task A_credited_join_costs_six_round_trips_and_not_more_when_there_are_many()
    {
        var books = await StandingScenario.OnAsync(InMemoryStorage.NewTables());
        await books.JoinAsync("first", "ann");

        for (var n = 0; n < 30; n++) Assert.InRange(await CountAsync(() => books.JoinAsync($"u{n}", "ann", n)), 1, 6);

        Assert.Equal(31, (await books.Standings.FindAsync("spring", "ann"))!.Credits);
    }

    [Fact]
    public async Task A_page_of_standings_costs_the_same_however_many_participants_there_are()
    {
        var books = await StandingScenario.OnAsync(InMemoryStorage.NewTables());
        for (var n = 0; n < 20; n++) await books.JoinAsync($"u{n}", $"inviter-{n}", n);
        var few = await CountAsync(() => books.Standings.PageAsync("spring", 10, null));
        for (var n = 20; n < 400; n++) await books.JoinAsync($"u{n}", $"inviter-{n}", n);

        var many = await CountAsync(() => books.Standings.PageAsync("spring", 10, null));

        Assert.Equal(few, many);
    }

    [Fact]
    public async Task The_pages_of_many_standings_hold_each_once_in_order()
    {
        var books = await StandingScenario.OnAsync(InMemoryStorage.NewTables());
        for (var n = 0; n < 100; n++) await books.JoinAsync($"u{n}", $"inviter-{n % 40}", n);

        List<Community.Acquisition.Standings.Standing> all = [];
        string? continuation = null;
        do
        {
            var page = await books.Standings.PageAsync("spring", 7, continuation);
            all.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(40, all.Select(standing => standing.MemberId).Distinct().Count());
        Assert.Equal(40, all.Count);
        Assert.Equal(all.OrderByDescending(standing => standing.Credits).ThenBy(standing => standing.LastCreditAt), all);
    }

    static async Task<long> CountAsync(Func<Task> call)
    {
        var before = StorageTransactions.Embedded;
        await call();
        return StorageTransactions.Embedded - before;
    }
}
