namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class DirectInviteTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task One_whom_a_member_brought_is_that_members_credit()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");

        await app.BringAsync(group, "u1", "ann");
        await app.BringAsync(group, "u2", "ann");

        Assert.Equal(2, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task A_code_is_nobodys_invitation_where_members_bring_people_themselves()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        await app.JoinAsync(group, "u1", code);

        Assert.Equal(0, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Standings_are_ordered_by_credits_then_time_and_paged_without_loss()
    {
        var (campaign, group) = await app.DriveAsync("DirectInvite");
        foreach (var (inviter, invitees) in new[] { ("late", 2), ("many", 3), ("early", 2), ("one", 1) })
        {
            for (var n = 0; n < invitees; n++)
            {
                await app.AdvanceAsync(TimeSpan.FromSeconds(30));
                await app.BringAsync(group, CampaignClient.Invitee(inviter, n), inviter, inviter == "late" ? app.Now : app.Now.AddMinutes(-5));
            }
        }

        Assert.Equal(["many", "early", "late", "one"], (await app.StandingsAsync(campaign)).Select(standing => standing.MemberId));
        Assert.Equal(["many", "early", "late", "one"], await PagesOfOneAsync(campaign));
    }

    async Task<List<string>> PagesOfOneAsync(string campaign)
    {
        List<string> members = [];
        string? continuation = null;
        do
        {
            var page = (await app.GetAsync($"/api/campaigns/{campaign}/standings?top=1&continuation={continuation}")).Json;
            members.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("memberId").GetString()!));
            continuation = page.GetProperty("continuation").GetString();
        }
        while (continuation is not null);

        return members;
    }
}
