using System.Net;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed class ScanTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_scan_leads_to_the_landing_page_of_its_code()
    {
        var (_, code) = await app.CampaignAsync(await app.GroupAsync());

        var scan = await app.GetAsync($"/s/{code}");

        Assert.Equal((HttpStatusCode.Redirect, $"/g/{code}"), (scan.Status, scan.Location));
    }

    [Fact]
    public async Task Every_scan_is_counted_once_however_many_arrive_together()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());

        var scans = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.GetAsync($"/s/{code}")));
        await app.RunUntilIdleAsync();

        Assert.All(scans, scan => scan.Expecting(HttpStatusCode.Redirect));
        Assert.Equal(50, await CountAsync(campaign, code));
    }

    [Fact]
    public async Task Counts_stay_whole_when_they_are_folded_into_hours()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        for (var hour = 0; hour < 3; hour++)
        {
            for (var scan = 0; scan < 3; scan++) await app.GetAsync($"/s/{code}");
            await app.AdvanceAsync(TimeSpan.FromHours(1));
        }

        await app.AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal(9, await CountAsync(campaign, code));
        Assert.Equal(3, (await app.GetAsync($"/api/campaigns/{campaign}/scans")).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("0000000000")]
    [InlineData("short")]
    [InlineData("%2e%2e%2fapi")]
    [InlineData("群")]
    public async Task An_unknown_code_is_404_at_the_scan_and_at_the_landing_page(string code)
    {
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), Outcome(await app.GetAsync($"/s/{code}")));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task Before_the_campaign_opens_the_page_says_when_and_json_says_409()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("campaign");
        await app.PostAsync("/api/campaigns", SampleBodies.Campaign(id, app.Now.AddHours(2), app.Now.AddHours(4), group));
        var code = (await app.PosterAsync(id)).Code;

        var page = (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.OK);

        Assert.Contains("活动即将开始", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleBodies.JoinUrl, page.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task An_open_campaign_answers_the_contracts_json_or_a_page()
    {
        var group = await app.GroupAsync();
        var (_, code) = await app.CampaignAsync(group);

        var json = (await app.LandAsync(code)).Expecting(HttpStatusCode.OK);
        var page = (await app.LandAsync(code, "text/html,application/xhtml+xml,*/*;q=0.8")).Expecting(HttpStatusCode.OK);

        Assert.Equal("application/json", json.ContentType);
        Assert.Equal(
            (group, $"春茶福利群 {group}", SampleBodies.JoinUrl, code),
            (Field(json, "groupId"), Field(json, "groupName"), Field(json, "joinUrl"), Field(json, "state")));
        Assert.Equal("text/html", page.ContentType);
        Assert.Contains($"春茶福利群 {group}", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_campaign_says_so_on_the_page_and_with_409_in_json()
    {
        var group = await app.GroupAsync(capacity: 1);
        var (_, code) = await app.CampaignAsync(group);
        await app.JoinAsync(group, "u1", code);

        Assert.Contains("满员", (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), Outcome(await app.LandAsync(code)));
    }

    [Fact]
    public async Task An_ended_campaign_is_410_at_the_scan_at_the_page_and_in_json()
    {
        var group = await app.GroupAsync();
        var id = app.NewId("campaign");
        await app.PostAsync("/api/campaigns", SampleBodies.Campaign(id, app.Now, app.Now.AddHours(1), group));
        var code = (await app.PosterAsync(id)).Code;
        (await app.GetAsync($"/s/{code}")).Expecting(HttpStatusCode.Redirect);

        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), Outcome(await app.GetAsync($"/s/{code}")));
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), Outcome(await app.LandAsync(code)));
        Assert.Contains("活动已结束", (await app.LandAsync(code, "text/html")).Expecting(HttpStatusCode.Gone).Text, StringComparison.Ordinal);
    }

    async Task<int> CountAsync(string campaign, string code)
    {
        var rows = (await app.GetAsync($"/api/campaigns/{campaign}/scans")).Expecting(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray();
        return rows.Sum(row => row.GetProperty("codes").GetProperty(code).GetInt32());
    }

    static (HttpStatusCode Status, string? ContentType) Outcome(ApiAnswer answer) => (answer.Status, answer.ContentType);

    static string? Field(ApiAnswer answer, string name) => answer.Json.GetProperty(name).GetString();
}
