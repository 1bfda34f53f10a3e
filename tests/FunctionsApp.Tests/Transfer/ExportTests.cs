using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Transfer;

public sealed class ExportTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Document_has_a_schema_a_version_the_brand_and_marks_what_is_confidential()
    {
        var first = await app.ExportAsync();
        var again = await app.ExportAsync();

        Assert.Equal("community-plans", (string?)first["schema"]);
        Assert.Equal(1, (int?)first["version"]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)first["brandId"]);
        Assert.Equal((string?)first["brandId"], (string?)again["brandId"]);
        Assert.Contains("groups[*].joinUrl", first["confidential"]!.AsArray().Select(path => (string?)path));
        Assert.Equal("Asia/Shanghai", (string?)first["settings"]!["timeZone"]);
    }

    [Fact]
    public async Task Members_accounts_and_personal_posters_stay_at_home()
    {
        var staff = app.NewId("staff");
        (await app.PostAsync(
            "/api/staff", new JsonObject { ["id"] = staff, ["name"] = "小林", ["weComUserId"] = "the-account" }))
            .Expecting(HttpStatusCode.Created);
        var group = await app.GroupAsync();
        var (campaign, code) = await app.CampaignAsync(group);
        await app.JoinAsync(group, "the-member");
        (await app.SendAsync(
            HttpMethod.Put,
            $"/api/campaigns/{campaign}/participants/the-member",
            AppHost.Json(new JsonObject { ["name"] = "阿茶" }))).Expecting(HttpStatusCode.OK);

        var text = await app.ExportTextAsync();

        Assert.Contains(staff, text, StringComparison.Ordinal);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-account", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-member", text, StringComparison.Ordinal);
        Assert.DoesNotContain("阿茶", text, StringComparison.Ordinal);
        Assert.DoesNotContain(AppHost.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AppHost.Key, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_groups_bring_only_what_concerns_them()
    {
        var (tea, coffee) = (await app.GroupAsync(), await app.GroupAsync());
        var (campaign, _) = await app.CampaignAsync(tea, coffee);
        var other = await app.CampaignAsync(coffee);
        var (item, otherItem) = (await app.ApprovedAsync(), await app.ApprovedAsync("咖啡怎么存"));
        var plan = await app.PlanAsync(tea, PushClient.Daily("daily", "10:00", item));
        var otherPlan = await app.PlanAsync(coffee, PushClient.Daily("daily", "10:00", otherItem));

        var document = await app.ExportAsync(tea);

        Assert.Equal([tea], IdsOf(document, "groups"));
        Assert.Equal([campaign], IdsOf(document, "campaigns"));
        Assert.Equal([tea], document.Thing("campaigns", campaign)["groupIds"]!.AsArray().Select(id => (string)id!));
        Assert.Equal([item], IdsOf(document, "content"));
        Assert.Equal([plan], IdsOf(document, "pushPlans"));
        Assert.DoesNotContain(other.Campaign, document.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(otherPlan, document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_groups_bring_the_group_that_their_campaign_leads_to()
    {
        var (tea, qualified) = (await app.GroupAsync(), await app.GroupAsync());
        var body = SampleBodies.Campaign(app.NewId("campaign"), app.Now, app.Now.AddDays(3), tea);
        body["target"] = new JsonObject { ["invites"] = 3, ["groupId"] = qualified };
        (await app.PostAsync("/api/campaigns", body)).Expecting(HttpStatusCode.Created);

        var document = await app.ExportAsync(tea);

        Assert.Equal([tea, qualified], IdsOf(document, "groups").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_has_ended_is_no_plan_and_no_plan_names_it()
    {
        var (tea, ended) = (await app.GroupAsync(), await app.GroupAsync());
        var (campaign, _) = await app.CampaignAsync(tea, ended);
        var closed = await app.CampaignAsync(ended);
        var conversion = (await app.PlanAsync([ended])).Id;
        (await app.PostAsync(
            $"/api/groups/{ended}/end", new JsonObject { ["by"] = "小王", ["reason"] = "没人了" }))
            .Expecting(HttpStatusCode.Accepted);
        var retired = await app.ContentAsync();
        (await app.RetireAsync(retired)).Expecting(HttpStatusCode.OK);

        var document = await app.ExportAsync();

        Assert.Equal([tea], document.Thing("campaigns", campaign)["groupIds"]!.AsArray().Select(id => (string)id!));
        Assert.DoesNotContain(ended, IdsOf(document, "groups"));
        Assert.DoesNotContain(closed.Campaign, IdsOf(document, "campaigns"));
        Assert.DoesNotContain(conversion, IdsOf(document, "conversions"));
        Assert.DoesNotContain(retired, IdsOf(document, "content"));
        (await app.GetAsync($"/api/export?groupIds={tea},{ended}")).ExpectingInvalid("groupIds[1]");
    }

    [Fact]
    public async Task Unknown_group_is_named_by_its_place()
    {
        var tea = await app.GroupAsync();

        (await app.GetAsync($"/api/export?groupIds={tea},nowhere")).ExpectingInvalid("groupIds[1]");
    }

    static IEnumerable<string> IdsOf(JsonObject document, string list) =>
        document[list]!.AsArray().Select(thing => (string)thing!["id"]!);
}
