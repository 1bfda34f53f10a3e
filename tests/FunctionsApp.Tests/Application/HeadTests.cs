using System.Net;
using FunctionsApp.Acquisition.Scans;

namespace FunctionsApp.Tests.Application;

/// <summary>Link checkers and previews ask public pages with HEAD.</summary>
public sealed class HeadTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Public_pages_answer_HEAD_as_GET_without_a_body()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());
        var poster = await app.PosterAsync(campaign);
        foreach (var path in new[]
        {
            "/", "/api/health", $"/g/{code}", $"/s/{code}",
            new Uri(poster.ImageUrl).AbsolutePath, new Uri(poster.SvgUrl).AbsolutePath,
        })
        {
            var head = await app.SendAsync(HttpMethod.Head, path, null);
            var get = await app.GetAsync(path);

            Assert.Equal((get.Status, get.ContentType, get.Location), (head.Status, head.ContentType, head.Location));
            Assert.Empty(head.Bytes.ToArray());
        }
    }

    [Fact]
    public async Task HEAD_is_no_scan()
    {
        var (campaign, code) = await app.CampaignAsync(await app.GroupAsync());

        (await app.SendAsync(HttpMethod.Head, $"/s/{code}", null)).Expecting(HttpStatusCode.Redirect);
        await app.RunUntilIdleAsync();

        Assert.Empty(await app.ListAsync<ScanCount>($"/api/campaigns/{campaign}/scans?"));
    }
}
