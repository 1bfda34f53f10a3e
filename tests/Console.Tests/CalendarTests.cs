namespace ConsoleTests;

/// <summary>Pushes are moved in the calendar.</summary>
public sealed class CalendarTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    const string Week = "/console/calendar?view=week&date=2026-12-01&groupIds=tea-class";

    [Fact]
    public async Task Push_is_moved_by_keys_and_kept_by_escape()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var (push, time) = await FirstAsync(browser.Page);

        await push.FocusAsync();
        await push.PressAsync("ArrowDown");
        await push.PressAsync("Escape");
        Assert.Equal(time, await TimeOfAsync(push));
        await push.FocusAsync();
        await push.PressAsync("ArrowDown");
        await push.PressAsync("Enter");

        await Assertions.Expect(Times(browser.Page)).Not.ToHaveTextAsync(time);
    }

    [Fact]
    public async Task Push_is_dragged_to_another_day()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        var (push, time) = await FirstAsync(page);
        var day = (await push.Locator("time").GetAttributeAsync("datetime"))![..10];
        var box = (await push.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 1.6f), box.Y + 12, new() { Steps = 8 });
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator("button.entry.movable").Filter(new() { Has = Of(page, day, time) }))
            .ToHaveCountAsync(0);
    }

    static ILocator Of(IPage page, string day, string time) =>
        page.Locator($"time[datetime^='{day}']").Filter(new() { HasText = time });

    static ILocator Times(IPage page) => page.Locator("button.entry.movable time").First;

    static Task<string> TimeOfAsync(ILocator push) => push.Locator("time").InnerTextAsync();

    static async Task<(ILocator Push, string Time)> FirstAsync(IPage page)
    {
        await page.GotoAsync(Week);
        var push = page.Locator("button.entry.movable").First;
        await push.WaitForAsync();
        return (push, await TimeOfAsync(push));
    }
}
