using System.Net;
using System.Security.Cryptography;
using System.Text;
using FunctionsApp.Tests.Application.Authorisation;

namespace FunctionsApp.Tests.Application.OpenApi;

public sealed class ApiDocsTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Page_shows_every_operation()
    {
        var page = (await app.GetAsync("/docs")).Expecting(HttpStatusCode.OK).Text;

        foreach (var name in AppFunction.OverHttp.Select(function => function.Name))
        {
            if (!ApiDescriptionTests.NotDescribed.Contains(name, StringComparer.Ordinal))
                Assert.Contains($"<details id=\"{name}\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_is_public_and_its_policy_allows_its_style_sheet_and_nothing_else()
    {
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };
        using var response = await anonymous.GetAsync("/docs");
        var page = await response.Content.ReadAsStringAsync();
        var style = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        foreach (var loaded in new[] { "<script", " src=", "<link", "@import", "url(", " style=", " onclick" })
            Assert.DoesNotContain(loaded, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Links_of_the_page_lead_to_its_own_parts()
    {
        var page = (await app.GetAsync("/docs")).Text;

        foreach (var target in page.Split("href=\"#").Skip(1).Select(rest => rest.Split('"')[0]))
            Assert.Contains($"id=\"{target}\"", page, StringComparison.Ordinal);
    }
}
