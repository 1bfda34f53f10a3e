using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class ParticipationTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Campaigns_of_a_member_are_those_in_which_they_enrolled_or_invited_each_once()
    {
        var member = app.NewId("ann");
        var (enrolled, _) = await app.DriveAsync();
        var (invited, group) = await app.DriveAsync("DirectInvite", tiers: CampaignClient.Discount);
        await app.DriveAsync();
        await app.ParticipantAsync(enrolled, member);
        await app.ParticipantAsync(enrolled, member);
        await app.BringAsync(group, $"{member}-1", member);
        await app.BringAsync(group, $"{member}-2", member);

        var campaigns = (await CampaignsAsync(member)).ToDictionary(found => found.CampaignId, StringComparer.Ordinal);

        Assert.Equal(2, campaigns.Count);
        Assert.Equal((0, null), (campaigns[enrolled].Credits, campaigns[enrolled].Tier));
        Assert.Equal(
            (2, 1, CampaignState.Open),
            (campaigns[invited].Credits, campaigns[invited].Tier, campaigns[invited].State));
    }

    [Fact]
    public async Task Unknown_member_has_no_campaigns() => Assert.Empty(await CampaignsAsync("nobody"));

    Task<IReadOnlyList<ParticipationView>> CampaignsAsync(string member) =>
        app.ListAsync<ParticipationView>($"/api/members/{member}/campaigns?");
}
