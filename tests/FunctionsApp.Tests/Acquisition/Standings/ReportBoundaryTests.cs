using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>Standings that begin while the report of the campaign is being made.</summary>
public sealed class ReportBoundaryTests
{
    [Fact]
    public async Task Standing_that_begins_during_the_report_is_no_part_of_it_and_is_amended()
    {
        var scenario = await StandingScenario.CreateAsync(new FailingStore().Service, campaign => campaign);
        await scenario.JoinAsync("u1", "ann");
        string? next = null;
        do
        {
            var position = SweepPosition.Parse(next);
            await scenario.Standings.BeginReportAsync("spring", position);
            next = (await scenario.Standings.SweepAsync("spring", 100, position)).Continuation;
        }
        while (next is not null);

        await scenario.JoinAsync("u2", "bob", 1);
        await scenario.JoinAsync("u3", "ann", 2);

        Assert.Equal(2, (await scenario.Standings.SettleAsync(scenario.Campaign, "ann"))!.Credits);
        Assert.Null(await scenario.Standings.SettleAsync(scenario.Campaign, "bob"));
        var amendment = Assert.Single(
            (await scenario.Standings.AmendmentsAsync("spring", 10, continuation: null)).Items);
        Assert.Equal(
            ("bob", SettledTotals.None, 1), (amendment.MemberId, amendment.Before, amendment.After.Credits));
    }
}
