using System.Net;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed class ScanTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Scan_redirects_to_the_landing_page_of_its_code()
    {
        var (_, code) = await app.CampaignAsync(await app.GroupAsync());

        var scan = await app.GetAsync($"/s/{code}");

        Assert.Equal((HttpStatusCode.Redirect, $"/g/{code}"), (scan.Status, scan.Location));
    }

    [Fact]
    public async Task Scans_that_arrive_together_are_each_counted_once()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());

        var scans = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.GetAsync($"/s/{code}")));
        await app.RunUntilIdleAsync();

        Assert.All(scans, scan => scan.Expecting(HttpStatusCode.Redirect));
        Assert.Equal(50, await CountAsync(campaign, code));
    }

    [Fact]
    public async Task Folding_into_hours_keeps_the_number_of_scans()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        for (var hour = 0; hour < 3; hour++)
        {
            for (var scan = 0; scan < 3; scan++) await app.GetAsync($"/s/{code}");
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(9, await CountAsync(campaign, code));
        Assert.Equal(
            3,
            (await app.GetAsync($"/api/campaigns/{campaign}/scans")).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("0000000000")]
    [InlineData("short")]
    [InlineData("%2e%2e%2fapi")]
    [InlineData("群")]
    public async Task Unknown_code_is_404_for_the_scan_and_the_landing_page(string code)
    {
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), Outcome(await app.GetAsync($"/s/{code}")));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task Campaign_before_its_opening_is_a_page_with_the_instant_and_409_in_json()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("campaign");
        await app.PostAsync(
            "/api/campaigns", SampleBodies.Campaign(id, app.Now.AddHours(2), app.Now.AddHours(4), group));
        var code = (await app.PosterAsync(id)).Code;

        var page = (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.OK);

        Assert.Contains("活动即将开始", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleBodies.JoinUrl, page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task Open_campaign_is_a_page_or_the_json_of_the_contract()
    {
        var group = await app.GroupAsync();
        var (_, code) = await app.CampaignAsync(group);

        var json = (await app.LandAsync(code)).Expecting(HttpStatusCode.OK);
        var page = (await app.LandAsync(code, "text/html,application/xhtml+xml,*/*;q=0.8"))
            .Expecting(HttpStatusCode.OK);

        Assert.Equal("application/json", json.ContentType);
        Assert.Equal(
            (group, $"春茶福利群 {group}", SampleBodies.JoinUrl, code),
            (Field(json, "groupId"), Field(json, "groupName"), Field(json, "joinUrl"), Field(json, "state")));
        Assert.Equal("text/html", page.ContentType);
        Assert.Contains($"春茶福利群 {group}", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_campaign_is_a_page_and_409_in_json()
    {
        var group = await app.GroupAsync(capacity: 1);
        var (_, code) = await app.CampaignAsync(group);
        await app.JoinAsync(group, "u1", code);

        Assert.Contains(
            "满员",
            (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task Ended_campaign_is_410_for_the_scan_the_page_and_the_json()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("campaign");
        await app.PostAsync("/api/campaigns", SampleBodies.Campaign(id, app.Now, app.Now.AddHours(1), group));
        var code = (await app.PosterAsync(id)).Code;
        (await app.GetAsync($"/s/{code}")).Expecting(HttpStatusCode.Redirect);

        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), Outcome(await app.GetAsync($"/s/{code}")));
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), Outcome(await app.LandAsync(code)));
        Assert.Contains(
            "活动已结束",
            (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.Gone).Text,
            StringComparison.Ordinal);
    }

    async Task<int> CountAsync(string campaign, string code)
    {
        var rows = (await app.GetAsync($"/api/campaigns/{campaign}/scans"))
            .Expecting(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray();
        return rows.Sum(row => row.GetProperty("codes").GetProperty(code).GetInt32());
    }

    static (HttpStatusCode Status, string? ContentType) Outcome(ApiAnswer answer) =>
        (answer.Status, answer.ContentType);

    static string? Field(ApiAnswer answer, string name) => answer.Json.GetProperty(name).GetString();
}
