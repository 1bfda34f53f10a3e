using Azure.Data.Tables;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class ManyWritersTests(AzuriteFixture azurite)
{
    const int Writers = 64;

    [Fact]
    public async Task Of_many_writers_who_credit_one_inviter_at_once_on_the_embedded_store_none_is_lost_or_doubled() =>
        await OnOneInviterAsync(InMemoryStorage.NewTables());

    [Fact]
    public async Task Nor_on_the_emulator()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        await OnOneInviterAsync(new TableServiceClient(await azurite.ConnectionStringAsync()));
    }

    // Everyone comes twice, a minute apart from the next so that it is no burst.
    static async Task OnOneInviterAsync(TableServiceClient service)
    {
        var books = await StandingScenario.OnAsync(service);

        await Task.WhenAll(Enumerable.Range(0, 2 * Writers).Select(n => books.JoinAsync($"u{n % Writers}", "ann", n % Writers)));

        var ann = await books.Standings.FindAsync("spring", "ann");
        Assert.Equal((Writers, 0, 0, 0), (ann!.Credits, ann.Revoked, ann.UnderReview, ann.Refused));
        var figures = await books.Standings.TotalsAsync("spring");
        Assert.Equal((1, Writers, Writers), (figures.Participants, figures.Joins, figures.Credits));
        Assert.Equal(["ann"], (await books.Standings.PageAsync("spring", 10, null)).Items.Select(standing => standing.MemberId));
    }
}
