using System.Net;
using System.Xml.Linq;

namespace FunctionsApp.Tests.Acquisition.Posters;

public sealed class PosterApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task New_poster_is_201_with_the_fields_of_the_contract()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        var made = (await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster()))
            .Expecting(HttpStatusCode.Created);

        var (id, code) = (made.Json.GetProperty("posterId").GetString(), made.Json.GetProperty("code").GetString());
        Assert.Equal($"https://brand.example.com/s/{code}", made.Json.GetProperty("scanUrl").GetString());
        Assert.Equal($"https://brand.example.com/posters/{id}.png", made.Json.GetProperty("imageUrl").GetString());
        Assert.NotNull(made.Location);
    }

    [Fact]
    public async Task Png_is_at_least_600_pixels_wide_and_scans_to_the_scan_url()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var poster = await app.PosterAsync(campaign);

        var png = (await app.GetAsync($"/posters/{poster.PosterId}.png")).Expecting(HttpStatusCode.OK);

        Assert.Equal("image/png", png.ContentType);
        Assert.True(PosterPicture.SizeOfPng(png.Bytes.ToArray()).Width >= 600);
        Assert.Equal(poster.ScanUrl, await Zbar.ScanAsync(png.Bytes.ToArray(), ".png"));
    }

    [Fact]
    public async Task Svg_has_the_title_the_lines_and_the_same_code()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var poster = await app.PosterAsync(campaign);

        var svg = (await app.GetAsync($"/posters/{poster.PosterId}.svg")).Expecting(HttpStatusCode.OK);

        var picture = XDocument.Parse(svg.Text);
        Assert.Equal("image/svg+xml", svg.ContentType);
        Assert.All(
            ["春茶节 · 进群有礼", "新人首单立减 30%", "每周三新茶品鉴"],
            line => Assert.Contains(line, picture.Root!.Value, StringComparison.Ordinal));
        Assert.Equal(
            poster.ScanUrl,
            await Zbar.ScanAsync(PosterPicture.Paint(PosterPicture.Modules(PosterPicture.Code(picture))), ".pgm"));
    }

    [Fact]
    public async Task Each_poster_has_its_own_code()
    {
        var (campaign, first) = await app.CampaignAsync(await app.GroupAsync());

        Assert.NotEqual(first, (await app.PosterAsync(campaign)).Code);
    }

    [Fact]
    public async Task Repeat_with_the_same_idempotency_key_returns_the_same_poster()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var key = ("Idempotency-Key", app.NewId("key"));

        var made = (await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), key))
            .Expecting(HttpStatusCode.Created);
        var again = (await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), key))
            .Expecting(HttpStatusCode.OK);

        Assert.Equal(made.Text, again.Text);
    }

    [Fact]
    public async Task Poster_of_an_unknown_campaign_is_404_and_of_an_ended_one_410()
    {
        var id = app.NewId("campaign");
        await app.PostAsync(
            "/api/campaigns", SampleBodies.Campaign(id, app.Now, app.Now.AddMinutes(1), await app.GroupAsync()));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await app.PostAsync("/api/campaigns/no-such-campaign/posters", SampleBodies.Poster()))
            .Expecting(HttpStatusCode.NotFound);
        (await app.PostAsync($"/api/campaigns/{id}/posters", SampleBodies.Poster())).Expecting(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("/posters/none.png")]
    [InlineData("/posters/none.svg")]
    [InlineData("/posters/none.gif")]
    [InlineData("/posters/none")]
    public async Task Unknown_poster_is_404(string path)
    {
        var answer = await app.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }
}
