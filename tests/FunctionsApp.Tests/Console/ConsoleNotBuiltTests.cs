using System.Net;

namespace FunctionsApp.Tests.Console;

/// <summary>An app that was built without Node.js.</summary>
public sealed class ConsoleNotBuiltTests : IAsyncLifetime
{
    AppHost? app;

    public async ValueTask InitializeAsync() =>
        app = await ConsoleFolder.StartAsync(Path.Combine(AppContext.BaseDirectory, "no-console"));

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("/console")]
    [InlineData("/console/groups")]
    public async Task Every_page_says_how_to_build_the_console(string path)
    {
        var page = (await app!.GetAsync(path)).Expecting(HttpStatusCode.NotFound);

        Assert.Equal("text/html", page.ContentType);
        Assert.Contains("dotnet build", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_names_the_product_its_health_and_its_documentation_without_a_key()
    {
        using var anonymous = new HttpClient { BaseAddress = app!.Client.BaseAddress };

        var page = await anonymous.GetStringAsync("/");

        foreach (var text in new[] { "Communities", "href=\"/api/health\"", "href=\"/docs\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_is_an_HTML_page() =>
        Assert.Equal("text/html", (await app!.GetAsync("/")).Expecting(HttpStatusCode.OK).ContentType);
}
