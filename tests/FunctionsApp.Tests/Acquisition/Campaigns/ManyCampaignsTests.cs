using Community.Acquisition.Campaigns;
using Community.Acquisition.Invitees;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Tests.Acquisition.Standings;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

/// <summary>A transaction of the storage holds 100 rows, and a group may be in more campaigns.</summary>
public sealed class ManyCampaignsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Join_counts_in_each_of_more_campaigns_than_one_transaction_holds()
    {
        const int count = 101;
        var group = await app.GroupAsync();
        List<string> campaigns = [];
        for (var n = 0; n < count; n++)
        {
            var id = app.NewId("many");
            (await app.PostAsync("/api/campaigns", CampaignClient.Campaign(app, id, group, "DirectInvite")))
                .Expecting(System.Net.HttpStatusCode.Created);
            campaigns.Add(id);
        }

        await app.BringAsync(group, "bob", "ann");

        Assert.Equal((1, 1), await CreditsAsync(campaigns[0], campaigns[^1]));
        await app.LeaveAsync(group, "bob");
        Assert.Equal((0, 0), await CreditsAsync(campaigns[0], campaigns[^1]));
    }

    [Fact]
    public async Task Repeat_completes_a_join_that_ended_between_two_transactions()
    {
        var invitees = app.Services.GetRequiredService<InviteeStore>();
        var changes = Enumerable.Range(0, 250).Select(ChangeOf).ToList();
        var person = new PersonJoin(new Person("carl", app.Now, UnionId: null), "group");
        // The first transaction holds the person, the group and 98 campaigns.
        await invitees.RecordAsync("carl", person, changes[..98]);

        var repeated = await invitees.RecordAsync("carl", person, changes);

        Assert.Equal(250, repeated.Affected.Count);
        Assert.All(repeated.Affected, invitee => Assert.Equal("ann", Assert.Single(invitee.Inviters)));
        Assert.Equal(250, (await invitees.AllAsync("carl")).Count);
    }

    CampaignChange ChangeOf(int number)
    {
        var campaign = new Campaign(
            $"store-{number}", "春茶节", CampaignMode.DirectInvite, app.Now, app.Now.AddDays(1), ["g1"], app.Now);
        return new CampaignChange(campaign, new MembershipChange("g1", app.Now, IsIn: true, "ann"));
    }

    async Task<(int, int)> CreditsAsync(string first, string last) =>
        ((await app.StandingAsync(first, "ann")).Credits, (await app.StandingAsync(last, "ann")).Credits);
}
