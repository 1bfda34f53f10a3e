using Azure.Data.Tables;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class ManyWritersTests(AzuriteFixture azurite)
{
    const int Writers = 64;

    [Fact]
    public async Task Many_writers_credit_one_inviter_without_loss_or_duplicate_in_the_embedded_store() =>
        await CreditOneInviterAsync(InMemoryStorage.NewTables());

    [Fact]
    public async Task Many_writers_credit_one_inviter_without_loss_or_duplicate_in_Azurite()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        await CreditOneInviterAsync(new TableServiceClient(await azurite.ConnectionStringAsync()));
    }

    // Each invitee joins twice. The joins are a minute apart, so they are not a burst.
    static async Task CreditOneInviterAsync(TableServiceClient service)
    {
        var scenario = await StandingScenario.CreateAsync(service);

        await Task.WhenAll(Enumerable.Range(0, 2 * Writers)
            .Select(n => scenario.JoinAsync($"u{n % Writers}", "ann", n % Writers)));

        var ann = await scenario.Standings.FindAsync("spring", "ann");
        Assert.Equal((Writers, 0, 0, 0), (ann!.Credits, ann.Revoked, ann.UnderReview, ann.Refused));
        var totals = await scenario.Standings.TotalsAsync("spring");
        Assert.Equal((1, Writers, Writers), (totals.Participants, totals.Joins, totals.Credits));
        var page = await scenario.Standings.PageAsync("spring", 10, null);
        Assert.Equal(["ann"], page.Items.Select(standing => standing.MemberId));
    }
}
