using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

public sealed class HomeTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Root_names_the_product_its_health_and_its_documentation_without_a_key()
    {
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };

        var page = await anonymous.GetStringAsync("/");

        foreach (var text in new[] { "Communities", "href=\"/api/health\"", "href=\"/docs\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_is_an_HTML_page() =>
        Assert.Equal("text/html", (await app.GetAsync("/")).Expecting(HttpStatusCode.OK).ContentType);

    [Fact]
    public async Task Other_paths_are_not_served_by_the_root() =>
        (await app.GetAsync("/home")).IsProblem(HttpStatusCode.NotFound);
}
