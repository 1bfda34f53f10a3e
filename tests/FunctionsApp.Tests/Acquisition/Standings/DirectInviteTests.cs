namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class DirectInviteTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Member_who_adds_a_person_has_the_credit()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");

        await app.BringAsync(group, "u1", "ann");
        await app.BringAsync(group, "u2", "ann");

        Assert.Equal(2, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Code_does_not_count_in_a_direct_invite_campaign()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        await app.JoinAsync(group, "u1", code);

        Assert.Equal(0, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Standings_are_sorted_by_credits_and_time_and_pages_are_complete()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        foreach (var (inviter, invitees) in new[] { ("late", 2), ("many", 3), ("early", 2), ("one", 1) })
        {
            for (var n = 0; n < invitees; n++)
            {
                await app.AdvanceAsync(TimeSpan.FromSeconds(30));
                await app.BringAsync(
                    group,
                    CampaignClient.Invitee(inviter, n),
                    inviter,
                    inviter == "late" ? app.Now : app.Now.AddMinutes(-5));
            }
        }

        Assert.Equal(
            ["many", "early", "late", "one"],
            (await app.StandingsAsync(campaign)).Select(standing => standing.MemberId));
        Assert.Equal(["many", "early", "late", "one"], await PagesOfOneAsync(campaign));
    }

    async Task<List<string>> PagesOfOneAsync(string campaign)
    {
        List<string> members = [];
        string? continuation = null;
        do
        {
            var page = (await app.GetAsync($"/api/campaigns/{campaign}/standings?top=1&continuation={continuation}"))
                .Json;
            members.AddRange(
                page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("memberId").GetString()!));
            continuation = page.GetProperty("continuation").GetString();
        }
        while (continuation is not null);

        return members;
    }
}
