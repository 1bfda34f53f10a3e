using System.Net;
using System.Text.Json.Nodes;
using Community.Acquisition.Standings;
using FunctionsApp.Tests.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class CampaignTermsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Campaign_shows_its_terms()
    {
        var (campaign, group) = await app.DriveAsync(
            change: body =>
            {
                body["graceHours"] = 48;
                body["newcomersOnly"] = true;
                body["target"] = new JsonObject
                {
                    ["invites"] = 3,
                    ["groupId"] = ((JsonArray)body["groupIds"]!)[0]!.GetValue<string>(),
                };
            },
            tiers: [CampaignClient.Mug(5), CampaignClient.Discount]);

        var view = await app.GetCampaignAsync(campaign);

        Assert.Equal((48.0, true, 300L), (view.GraceHours, view.NewcomersOnly, view.GiftCapMinor));
        Assert.Equal(new QualifyingTarget(3, group), view.Target);
        Assert.Equal(["7折", "马克杯"], view.Tiers.Select(tier => tier.Reward.Title));
        Assert.Equal((0, 0, 0, 0L), (view.Joins, view.Participants, view.Qualified, view.CostMinor));
    }

    [Fact]
    public async Task Gifts_above_the_cap_are_refused_with_their_cost()
    {
        var refused = await CreateAsync(
            body => body["tiers"] = new JsonArray(CampaignClient.Mug(1), CampaignClient.Mug(5)));

        Assert.Contains("580", refused.Expecting(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        var accepted = await CreateAsync(body =>
        {
            body["tiers"] = new JsonArray(CampaignClient.Mug(1), CampaignClient.Mug(5));
            body["giftCapMinor"] = 580;
        });
        accepted.Expecting(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Text_that_pays_for_sharing_is_refused_with_the_rule_without_an_acknowledgement()
    {
        var refused = (await CreateSharingAsync(acknowledgement: null)).Expecting(HttpStatusCode.BadRequest);
        Assert.Contains("诱导分享", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty("tiers[0].reward.title", out _), refused.Text);
        var unnamed = await CreateSharingAsync(new JsonObject { ["reason"] = "许可证" });
        Assert.Equal(HttpStatusCode.BadRequest, unnamed.Status);

        var acknowledged = await CreateSharingAsync(new JsonObject { ["by"] = "小张", ["reason"] = "许可证 42" });
        acknowledged.Expecting(HttpStatusCode.Created);
        Assert.Equal("小张", acknowledged.Json.GetProperty("acknowledgement").GetProperty("by").GetString());
        Assert.Equal("诱导分享", acknowledged.Json.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("""{"tiers":[{"invites":0,"reward":{"kind":"Coupon","title":"x"}}]}""", "tiers[0].invites")]
    [InlineData("""{"tiers":[{"invites":1}]}""", "tiers[0].reward")]
    [InlineData("""{"tiers":[{"invites":1,"reward":{"kind":"Cash","title":"x"}}]}""", "tiers[0].reward.kind")]
    [InlineData("""{"tiers":[{"invites":1,"reward":{"kind":"Discount","title":"x"}}]}""", "tiers[0].reward.percentOff")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Discount","title":"x","percentOff":100}}]}""",
        "tiers[0].reward.percentOff")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Coupon","title":"x","percentOff":10}}]}""",
        "tiers[0].reward.percentOff")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Gift","title":"x","costMinor":10}}]}""", "tiers[0].reward.stock")]
    [InlineData(
        """{"tiers":[{"invites":1,"reward":{"kind":"Coupon","title":"x"}},"""
            + """{"invites":1,"reward":{"kind":"Coupon","title":"y"}}]}""",
        "tiers")]
    [InlineData("""{"tiers":[null]}""", "tiers")]
    [InlineData("""{"target":{"invites":3,"groupId":"nowhere"}}""", "target.groupId")]
    [InlineData("""{"target":{"groupId":"nowhere"}}""", "target.invites")]
    [InlineData("""{"graceHours":-1}""", "graceHours")]
    [InlineData("""{"giftCapMinor":-1}""", "giftCapMinor")]
    [InlineData("""{"prizes":[]}""", "prizes")]
    public async Task Invalid_terms_are_refused_with_the_field(string spoiled, string field)
    {
        var refused = await CreateAsync(body =>
        {
            foreach (var (name, value) in JsonNode.Parse(spoiled)!.AsObject()) body[name] = value?.DeepClone();
        });

        Assert.True(
            refused.Expecting(HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty(field, out _),
            refused.Text);
    }

    Task<ApiAnswer> CreateSharingAsync(JsonObject? acknowledgement) => CreateAsync(body =>
    {
        var coupon = new JsonObject { ["kind"] = "Coupon", ["title"] = "转发朋友圈领5元券" };
        body["tiers"] = new JsonArray(CampaignClient.Tier(1, coupon));
        if (acknowledgement is not null) body["acknowledgement"] = acknowledgement;
    });

    async Task<ApiAnswer> CreateAsync(Action<JsonObject> change)
    {
        var body = CampaignClient.Campaign(app, app.NewId("drive"), await app.GroupAsync());
        change(body);
        return await app.PostAsync("/api/campaigns", body);
    }
}
