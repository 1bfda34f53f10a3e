namespace ConsoleTests;

/// <summary>A conversion from the form to its end, in virtual time.</summary>
public sealed class ConversionTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    [Fact]
    public async Task Conversion_is_made_edited_held_resumed_and_ends()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/campaigns/new-conversion");
        await page.GetByLabel("群", new() { Exact = true }).FillAsync("春茶福利群 1");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByLabel("编号").FillAsync("night-tea");
        await page.GetByLabel("商品名").FillAsync("夜茶礼盒");
        await page.GetByLabel("商品网址").FillAsync("https://shop.example/p/9");
        await page.GetByRole(AriaRole.Spinbutton).First.FillAsync("99");
        await page.GetByLabel("话题").FillAsync("晚上喝茶会睡不着吗？");
        await page.GetByLabel("收尾的话").FillAsync("今天结束了，谢谢大家！");
        await ClickAsync(page, "建好转化");
        await page.WaitForURLAsync("**/console/campaigns/conversions/night-tea");

        await ClickAsync(page, "修改");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("商品名").FillAsync("夜茶大礼盒");
        await ClickAsync(page, "保存");
        await page.GetByRole(AriaRole.Heading, new() { Name = "夜茶大礼盒" }).WaitForAsync();

        await ClickAsync(page, "暂停");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "暂停" }).ClickAsync();
        await ClickAsync(page, "恢复");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "恢复", Exact = true })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "暂停" }).WaitForAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(3));

        // Three days without a request end the session.
        await page.ReloadAsync();
        await browser.EnterTokenAsync(await app.TokenAsync("Operator"));
        await page.GetByText("全部做完了").WaitForAsync();
    }

    static Task ClickAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
