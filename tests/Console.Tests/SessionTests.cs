namespace ConsoleTests;

/// <summary>Signing in and out, and what a viewer may do.</summary>
public sealed class SessionTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    [Fact]
    public async Task Machine_key_makes_an_administrator_who_signs_in_with_the_token_that_is_shown_once()
    {
        await using var browser = await OperatorBrowser.OpenAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/");
        await page.GetByText("首次使用").ClickAsync();
        await page.GetByLabel("机器密钥").FillAsync(ConsoleHost.Key);
        await page.GetByLabel("您的名字").FillAsync("周总");
        await page.GetByRole(AriaRole.Button, new() { Name = "创建管理员" }).ClickAsync();

        var token = await page.Locator("code").TextContentAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "我已保存，登录" }).ClickAsync();

        await page.GetByText("周总").First.WaitForAsync();
        Assert.StartsWith("op_", token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_token_is_refused_and_stays_in_the_field()
    {
        await using var browser = await OperatorBrowser.OpenAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/");

        await page.GetByLabel("登录令牌").FillAsync("op_wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await page.GetByText("令牌不对").WaitForAsync();
        Assert.Equal("op_wrong", await page.GetByLabel("登录令牌").InputValueAsync());
    }

    [Fact]
    public async Task Link_to_a_page_leads_there_after_signing_in_and_back_to_signing_in_after_signing_out()
    {
        await using var browser = await OperatorBrowser.OpenAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/groups/tea-1");

        await browser.EnterTokenAsync(await app.TokenAsync("Operator"));
        await page.WaitForURLAsync("**/console/groups/tea-1");
        await page.GetByText("春茶福利群 1").First.WaitForAsync();
        await browser.SignOutAsync();

        await page.GotoAsync("/console/groups/tea-1");
        await page.GetByLabel("登录令牌").WaitForAsync();
    }

    [Fact]
    public async Task Viewer_is_offered_nothing_that_changes()
    {
        await using var viewer = await OperatorBrowser.SignInAsync(chromium, app, "Viewer");
        await using var helper = await OperatorBrowser.SignInAsync(chromium, app);

        foreach (var (path, known, change) in ((string, string, string)[])
        [
            ("/console/groups", "春茶福利群 1", "新建群"), ("/console/groups/tea-1", "春茶福利群 1", "暂停"),
            ("/console/calendar/plans", "推送计划", "新建计划"), ("/console/content", "内容库", "新建素材"),
            ("/console/campaigns/fission/spring-tea", "春茶节", "修改"),
            ("/console/campaigns/conversions/demo-rock-tea", "武夷岩茶", "修改"),
        ])
        {
            await helper.Page.GotoAsync(path);
            await ButtonsOf(helper.Page, change).First.WaitForAsync();
            await viewer.Page.GotoAsync(path);
            await viewer.Page.GetByRole(AriaRole.Main).GetByText(known).First.WaitForAsync();
            Assert.Equal(0, await ButtonsOf(viewer.Page, change).CountAsync());
        }
    }

    static ILocator ButtonsOf(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
