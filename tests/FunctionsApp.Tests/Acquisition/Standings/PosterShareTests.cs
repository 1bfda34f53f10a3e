using System.Net;
using Community.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

public sealed class PosterShareTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Participant_gets_a_personal_code_and_poster_and_a_repeat_returns_the_same()
    {
        var (campaign, _) = await app.DriveAsync(tiers: CampaignClient.Discount);

        var ann = await app.ParticipantAsync(campaign, "ann");

        Assert.Equal(ann, await app.ParticipantAsync(campaign, "ann"));
        Assert.NotEqual(ann.Code, (await app.ParticipantAsync(campaign, "bob")).Code);
        Assert.Equal($"https://brand.example.com/s/{ann.Code}", ann.ScanUrl);
        var poster = (await app.GetAsync(new Uri(ann.PosterUrl).AbsolutePath)).Expecting(HttpStatusCode.OK);
        Assert.Contains("邀请 1 位好友进群：7折", poster.Text, StringComparison.Ordinal);
        Assert.Equal($"/g/{ann.Code}", (await app.GetAsync($"/s/{ann.Code}")).Expecting(HttpStatusCode.Found).Location);
    }

    [Fact]
    public async Task Join_by_a_personal_code_is_a_credit_of_its_owner()
    {
        var (campaign, group) = await app.DriveAsync();
        await app.InviteAsync(campaign, group, "ann", count: 2);

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((2, 0, 0), (ann.Credits, ann.Revoked, ann.UnderReview));
        var view = await app.GetCampaignAsync(campaign);
        Assert.Equal((CampaignState.Open, 2, 2, 1), (view.State, view.Joins, view.Credits, view.Participants));
    }

    [Fact]
    public async Task Join_by_a_shared_poster_or_by_a_member_is_no_credit()
    {
        var (campaign, group) = await app.DriveAsync();
        var poster = await app.PosterAsync(campaign);

        await app.JoinAsync(group, "u1", poster.Code);
        await app.BringAsync(group, "u2", "ann");

        Assert.Empty(await app.StandingsAsync(campaign));
    }

    [Fact]
    public async Task Only_an_invitee_who_leaves_within_the_grace_period_is_revoked()
    {
        var (campaign, group) = await app.DriveAsync(change: body => body["graceHours"] = 2);
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        await app.JoinAsync(group, "u3", code);
        await app.JoinAsync(group, "u4", code);
        var joined = app.Now;
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        await app.LeaveAsync(group, "u3", joined.AddHours(2).AddSeconds(-1));
        await app.LeaveAsync(group, "u4", joined.AddHours(2));

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((1, 1), (ann.Credits, ann.Revoked));
    }

    [Fact]
    public async Task Join_before_the_opening_or_after_the_closing_does_not_count()
    {
        var closes = app.Now.AddHours(1);
        var (campaign, group) = await app.DriveAsync(change: body => body["closesAt"] = closes);
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        await app.JoinAsync(group, "u1", code, closes.AddDays(-3));
        await app.JoinAsync(group, "u2", code, closes);
        await app.JoinAsync(group, "u3", code, closes.AddSeconds(-1));

        Assert.Equal(1, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Leave_that_arrives_before_its_join_revokes_the_credit()
    {
        var (campaign, group) = await app.DriveAsync();
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        var came = app.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(2));

        await app.LeaveAsync(group, "u1", came.AddMinutes(1));
        await app.JoinAsync(group, "u1", code, came);

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((0, 1), (ann.Credits, ann.Revoked));
    }

    [Fact]
    public async Task First_inviter_has_the_credit_and_self_invitation_does_not_count()
    {
        var (campaign, group) = await app.DriveAsync();
        var ann = (await app.ParticipantAsync(campaign, "ann")).Code;
        var bob = (await app.ParticipantAsync(campaign, "bob")).Code;

        await app.JoinAsync(group, "ann", ann);
        await app.JoinAsync(group, "u1", ann);
        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.JoinAsync(group, "u1", bob);

        Assert.Equal(
            [("ann", 1), ("bob", 0)],
            (await app.StandingsAsync(campaign)).Select(standing => (standing.MemberId, standing.Credits)));
    }

    [Fact]
    public async Task Known_person_does_not_count_in_a_campaign_for_newcomers()
    {
        var elsewhere = await app.GroupAsync();
        var known = app.NewId("known");
        await app.JoinAsync(elsewhere, known);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (campaign, group) = await app.DriveAsync(change: body => body["newcomersOnly"] = true);
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        await app.JoinAsync(group, known, code);
        await app.JoinAsync(group, app.NewId("new"), code);

        var ann = await app.StandingAsync(campaign, "ann");
        Assert.Equal((1, 1), (ann.Credits, ann.Refused));
    }

    [Fact]
    public async Task Repeated_events_of_one_join_count_once()
    {
        var (campaign, group) = await app.DriveAsync();
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        var join = ChannelSender.Event(
            "member.joined",
            app.Now,
            new()
            {
                ["groupId"] = group,
                ["memberId"] = "u1",
                ["name"] = "小林",
                ["state"] = code,
                ["invitedBy"] = null,
            });

        for (var n = 0; n < 100; n++)
            (await app.SendWebhookAsync(join, $"msg_{campaign}_{n % 2}")).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();

        Assert.Equal(1, (await app.StandingAsync(campaign, "ann")).Credits);
    }

    [Fact]
    public async Task Forged_code_and_code_of_another_or_ended_campaign_do_not_count()
    {
        var (campaign, group) = await app.DriveAsync();
        var (other, _) = await app.DriveAsync();
        var (ended, endedGroup) = await app.DriveAsync(change: body => body["closesAt"] = app.Now.AddHours(1));
        var foreign = (await app.ParticipantAsync(other, "ann")).Code;
        var late = (await app.ParticipantAsync(ended, "ann")).Code;
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        await app.JoinAsync(group, "u1", "0000000000");
        await app.JoinAsync(group, "u2", foreign);
        await app.JoinAsync(endedGroup, "u3", late);

        Assert.Empty(await app.StandingsAsync(campaign));
        Assert.Equal(0, (await app.StandingAsync(other, "ann")).Credits);
        Assert.Equal(0, (await app.StandingAsync(ended, "ann")).Credits);
        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync($"/s/{late}")).Status);
        Assert.Equal(
            HttpStatusCode.Gone,
            (await app.SendAsync(HttpMethod.Put, $"/api/campaigns/{ended}/participants/bob", null)).Status);
    }

    [Fact]
    public async Task Personal_code_shows_only_the_own_standing()
    {
        var (campaign, group) = await app.DriveAsync(tiers: [CampaignClient.Discount, CampaignClient.Mug(5)]);
        await app.InviteAsync(campaign, group, "ann", count: 1);
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;

        var own = (await app.GetAsync($"/p/{code}", ("x-functions-key", ""))).Expecting(HttpStatusCode.OK);

        Assert.Equal(
            (1, 1, 5),
            (own.As<OwnStandingView>().Credits, own.As<OwnStandingView>().Tier, own.As<OwnStandingView>().NextTier));
        Assert.DoesNotContain("ann", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reward-", own.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.GetAsync($"/p/{(await app.PosterAsync(campaign)).Code}")).Status);
    }

    [Fact]
    public async Task Personal_code_shows_a_page_to_browsers()
    {
        const string OfBrowsers = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        var (campaign, group) = await app.DriveAsync(tiers: [CampaignClient.Discount, CampaignClient.Mug(5)]);
        await app.InviteAsync(campaign, group, "eve", count: 1);
        var code = (await app.ParticipantAsync(campaign, "eve")).Code;

        var page = (await app.GetAsync($"/p/{code}", ("Accept", OfBrowsers))).Expecting(HttpStatusCode.OK);
        var json = (await app.GetAsync($"/p/{code}", ("Accept", "*/*"))).Expecting(HttpStatusCode.OK);

        Assert.Equal(("text/html", "application/json"), (page.ContentType, json.ContentType));
        Assert.Contains("<strong>1</strong>", page.Text, StringComparison.Ordinal);
        Assert.Contains("再邀请 4 位", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eve", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "ann", HttpStatusCode.NotFound)]
    [InlineData("{campaign}", "a%23b", HttpStatusCode.BadRequest)]
    [InlineData(
        "{campaign}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        HttpStatusCode.BadRequest)]
    public async Task Invalid_participant_is_refused(string campaign, string member, HttpStatusCode status)
    {
        var (id, _) = await app.DriveAsync();
        var campaignId = campaign.Replace("{campaign}", id, StringComparison.Ordinal);
        var path = $"/api/campaigns/{campaignId}/participants/{member}";

        Assert.Equal(status, (await app.SendAsync(HttpMethod.Put, path, null)).Status);
        Assert.Empty(await app.StandingsAsync(id));
    }
}
