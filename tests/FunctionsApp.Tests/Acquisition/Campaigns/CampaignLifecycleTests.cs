using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Tests.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class CampaignLifecycleTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Campaign_closes_and_settles_with_a_report_after_the_grace_periods()
    {
        var (campaign, group) = await app.DriveAsync(
            change: body => body["closesAt"] = app.Now.AddHours(2),
            tiers: [CampaignClient.Discount, CampaignClient.Mug(2)]);
        await app.InviteAsync(campaign, group, "ann", count: 2);
        await app.InviteAsync(campaign, group, "bob", count: 1);

        await app.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(CampaignState.Closed, (await app.GetCampaignAsync(campaign)).State);
        await app.LeaveAsync(group, CampaignClient.Invitee("bob", 0));
        await app.AdvanceAsync(TimeSpan.FromHours(24));

        var settled = await app.GetCampaignAsync(campaign);
        Assert.Equal((CampaignState.Settled, app.Now), (settled.State, settled.SettledAt));
        var report = settled.Report!;
        Assert.Equal((2, 2, 1), (report.Participants, report.Credits, report.Revoked));
        Assert.Equal(
            (2, 0, 0, 1, 290L),
            (report.Granted, report.Redeemed, report.Withheld, report.TakenBack, report.CostMinor));
    }

    [Fact]
    public async Task Edited_tiers_are_granted_to_members_who_reached_them_and_take_nothing_back()
    {
        var (campaign, group) = await app.DriveAsync(tiers: [Coupon(1, "甲"), Coupon(3, "乙")]);
        var ann = app.NewId("ann");
        await app.InviteAsync(campaign, group, ann, count: 2);

        await EditAsync(campaign, Coupon(2, "甲"), Coupon(5, "乙"));
        Assert.Equal(["甲"], await GrantedAsync(ann));
        await EditAsync(campaign, Coupon(2, "乙"));
        Assert.Equal(["甲", "乙"], await GrantedAsync(ann));
        await EditAsync(campaign, Coupon(1, "丙"), Coupon(2, "乙"));

        Assert.Equal(["甲", "乙", "丙"], await GrantedAsync(ann));
    }

    [Fact]
    public async Task Extended_campaign_continues_and_a_cancelled_one_closes_and_settles()
    {
        var closes = app.Now.AddHours(1);
        var (campaign, group) = await app.DriveAsync(
            change: body => body["closesAt"] = closes, tiers: CampaignClient.Discount);
        var code = (await app.ParticipantAsync(campaign, "ann")).Code;
        (await PatchAsync(campaign, new JsonObject { ["closesAt"] = closes.AddHours(5) })).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromHours(2));
        await app.JoinAsync(group, "u1", code);

        (await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null)).Expecting(HttpStatusCode.OK);
        (await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null)).Expecting(HttpStatusCode.OK);
        await app.JoinAsync(group, "u2", code);

        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync($"/g/{code}", ("Accept", "application/json"))).Status);
        Assert.Equal(1, (await app.StandingAsync(campaign, "ann")).Credits);
        await app.AdvanceAsync(TimeSpan.FromHours(24));
        var view = await app.GetCampaignAsync(campaign);
        Assert.Equal((CampaignState.Cancelled, 1), (view.State, view.Report!.Granted));
    }

    [Fact]
    public async Task Closed_campaign_cannot_be_edited_or_cancelled()
    {
        var (campaign, _) = await app.DriveAsync(change: body => body["closesAt"] = app.Now.AddHours(1));
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            HttpStatusCode.Conflict,
            (await PatchAsync(campaign, new JsonObject { ["closesAt"] = app.Now.AddHours(9) })).Status);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await app.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/cancel", null)).Status);
    }

    [Theory]
    [InlineData("""{"closesAt":"2026-11-01T00:00:00+08:00"}""", HttpStatusCode.BadRequest, "closesAt")]
    [InlineData("""{"closesAt":"2026-12-01T08:59:59+08:00"}""", HttpStatusCode.BadRequest, "closesAt")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Gift","title":"茶具","costMinor":301,"stock":1}}]}""",
        HttpStatusCode.BadRequest,
        "tiers")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Coupon","title":"转发领红包"}}]}""",
        HttpStatusCode.BadRequest,
        "tiers[0].reward.title")]
    [InlineData("""{"name":"x"}""", HttpStatusCode.BadRequest, "name")]
    public async Task Invalid_edit_is_refused_with_the_field(
        string edit, HttpStatusCode status, string field)
    {
        var (campaign, _) = await app.DriveAsync();

        var refused = await PatchAsync(campaign, JsonNode.Parse(edit)!);

        Assert.True(refused.Expecting(status).Json.GetProperty("errors").TryGetProperty(field, out _), refused.Text);
    }

    static JsonObject Coupon(int invites, string title) =>
        CampaignClient.Tier(invites, new JsonObject { ["kind"] = "Coupon", ["title"] = title });

    async Task EditAsync(string campaign, params JsonObject[] tiers)
    {
        (await PatchAsync(campaign, new JsonObject { ["tiers"] = new JsonArray([.. tiers]) }))
            .Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    Task<ApiAnswer> PatchAsync(string campaign, JsonNode body) =>
        app.SendAsync(HttpMethod.Patch, $"/api/campaigns/{campaign}", AppHost.Json(body));

    async Task<IEnumerable<string>> GrantedAsync(string member) =>
        (await app.RewardsAsync(member))
            .Where(reward => reward.State is RewardState.Granted).Select(reward => reward.Title);
}
