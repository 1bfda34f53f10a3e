namespace ConsoleTests;

/// <summary>The pages that members see.</summary>
public sealed class PublicPageTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Landing_page_and_own_standing_are_accessible(int width)
    {
        var code = await app.Api.ParticipateAsync("spring-tea", "m1");
        await using var browser = await OperatorBrowser.OpenAsync(chromium, app, width);

        foreach (var path in (string[])[$"/g/{code}", $"/p/{code}", "/docs"])
        {
            await browser.Page.GotoAsync(path);
            await Accessibility.VerifyAsync(browser.Page, path);
        }
    }
}
