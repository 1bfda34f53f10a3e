using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Tests.Acquisition.Standings;
using Microsoft.Extensions.DependencyInjection;
using TestSupport.HostCosts;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class ExpectingCostTests
{
    const int Participants = 300;

    [Fact]
    public async Task Page_of_expecting_members_does_not_read_all_standings_page_by_page()
    {
        var counter = new StorageRequestCounter();
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => counter.AddTo(builder.Services),
        });
        var (campaign, few) = await app.DriveAsync();
        var (many, none) = (await app.GroupAsync(), await app.GroupAsync());
        var edit = new JsonObject { ["groupIds"] = new JsonArray(few, many, none) };
        (await app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", AppHost.Json(edit)))
            .Expecting(HttpStatusCode.OK);
        var standings = app.Services.GetRequiredService<StandingStore>();
        var terms = new InvitationTerms([], Target: null);
        await Task.WhenAll(Enumerable.Range(0, Participants).Select(n => standings.DecideAsync(
            campaign, terms, $"participant-{n}", invitee: null, new StandingCommand.Enrol($"code-{n}"))));
        await app.InviteAsync(campaign, few, "ann", count: 2);
        await app.JoinAsync(few, "ann");
        for (var n = 0; n < 20; n++) await app.JoinAsync(many, $"guest-{n}");

        string? continuation = null;
        // Each of the three in the group is looked up.
        Assert.Equal((2, 3), await ReadPageAsync());
        // The totals and the standings of the eight partitions are fewer requests than 20.
        Assert.Equal((20, 16), await ReadPageAsync());
        Assert.Equal((0, 0), await ReadPageAsync());
        Assert.Null(continuation);

        async Task<(int Members, double Requests)> ReadPageAsync()
        {
            var before = ReadsOfStandings();
            var answer = await app.GetAsync(
                $"/api/campaigns/{campaign}/expecting?top=1&continuation={Uri.EscapeDataString(continuation ?? "")}");
            var page = answer.Expecting(HttpStatusCode.OK).Json;
            continuation = page.GetProperty("continuation").GetString();
            return (page.GetProperty("items")[0].GetProperty("count").GetInt32(), ReadsOfStandings() - before);
        }

        double ReadsOfStandings() => counter.Counts
            .Where(count => count.Key.Name == "Standings read")
            .Sum(count => count.Value);
    }
}
