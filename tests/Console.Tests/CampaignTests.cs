using FunctionsApp.Tests.Acquisition.Posters;

namespace ConsoleTests;

/// <summary>A campaign with its poster, from the form to a scan.</summary>
public sealed class CampaignTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    [Fact]
    public async Task Campaign_and_poster_are_made_and_a_scan_of_the_picture_appears_without_a_reload()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/campaigns/new");
        await page.GetByLabel("活动名称").FillAsync("岩茶节");
        await page.GetByLabel("编号").FillAsync("rock-tea");
        await page.GetByLabel("要装满的群").FillAsync("春茶福利群 2");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByPlaceholder("例如 7折").FillAsync("7折");
        await page.GetByPlaceholder("7折填 30").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "建好活动" }).ClickAsync();
        await page.WaitForURLAsync("**/console/campaigns/fission/rock-tea");

        await page.GetByRole(AriaRole.Tab, new() { Name = "海报" }).ClickAsync();
        await page.GetByPlaceholder("进群有什么好处，一行一条").FillAsync("新人立减 30%");
        await page.GetByRole(AriaRole.Button, new() { Name = "生成海报" }).ClickAsync();
        var picture = page.GetByAltText("海报：岩茶节");
        await picture.WaitForAsync();
        var address = await ScanAsync(browser, (await picture.GetAttributeAsync("src"))!);

        await app.AdvanceAsync(TimeSpan.FromHours(26)); // the form proposes the next morning
        await browser.TakeClockAsync();
        await page.GotoAsync("/console/campaigns/fission/rock-tea?tab=scans");
        await browser.EnterTokenAsync(await app.TokenAsync("Operator"));
        await page.GetByText("还没有人扫码").WaitForAsync();
        Assert.Equal(System.Net.HttpStatusCode.Found, await app.Api.GetStatusAsync(address.AbsolutePath));
        await app.JoinAsync("tea-2", "scanner-1", "扫码来的", address.Segments[^1]);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await browser.RefreshAsync();

        await page.GetByText("每小时扫码").WaitForAsync();
        Assert.Equal(1, (await app.GetAsync("/api/groups/tea-2")).GetProperty("memberCount").GetInt32());
    }

    // The picture of the poster as the screen shows it, read by an independent scanner.
    static async Task<Uri> ScanAsync(OperatorBrowser browser, string poster)
    {
        await browser.Page.SetViewportSizeAsync(1200, 1900);
        await browser.Page.GotoAsync(poster);
        var screen = await browser.Page.ScreenshotAsync();
        await browser.Page.SetViewportSizeAsync(1280, 900);
        return new Uri(await Zbar.ScanAsync(screen, ".png"));
    }
}
