namespace ConsoleTests;

/// <summary>The network is lost and comes back.</summary>
public sealed class NetworkTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    const string Unreachable = "连不上服务器，请检查网络";

    [Fact]
    public async Task Edit_that_is_sent_offline_keeps_its_text_and_is_saved_afterwards()
    {
        await using var browser = await OpenAsync("/console/groups/tea-class");
        var page = browser.Page;
        await ClickAsync(page, "编辑");
        await page.GetByLabel("群名").FillAsync("21 天学会泡好茶");

        await browser.SetOfflineAsync(true);
        await ClickAsync(page, "保存");
        await page.GetByRole(AriaRole.Dialog).GetByText(Unreachable).WaitForAsync();
        Assert.Equal("21 天学会泡好茶", await page.GetByLabel("群名").InputValueAsync());

        await browser.SetOfflineAsync(false);
        await ClickAsync(page, "保存");
        await page.GetByRole(AriaRole.Heading, new() { Name = "21 天学会泡好茶" }).WaitForAsync();
    }

    [Fact]
    public async Task Form_that_is_filled_offline_is_kept_and_creates_one_group_after_an_answer_was_lost()
    {
        await using var browser = await OpenAsync("/console/groups/new");
        var page = browser.Page;
        await page.GetByLabel("群名").WaitForAsync();
        await browser.SetOfflineAsync(true);
        await page.GetByLabel("群名").FillAsync("断网时填的群");
        await page.GetByLabel("给谁").FillAsync("爱喝乌龙的人");
        await page.GetByLabel("固定服务").FillAsync("每周五晚上一起喝一款");
        await page.GetByLabel("福利").FillAsync("试喝装半价");
        await page.GetByLabel("规则").FillAsync("不发广告");
        await page.GetByLabel("怎么收尾").FillAsync("季末转入会员群");
        await ClickAsync(page, "建群");
        await page.GetByRole(AriaRole.Alert).GetByText(Unreachable).WaitForAsync();
        await browser.SetOfflineAsync(false);

        // This time the app makes the group, and its answer does not arrive.
        var lost = new TaskCompletionSource();
        await page.RouteAsync("**/api/groups", route => LoseAnswerAsync(route, lost), new() { Times = 1 });
        await ClickAsync(page, "建群");
        await lost.Task;
        await Assertions.Expect(page.Locator("button.is-loading")).ToHaveCountAsync(0);
        Assert.Equal("断网时填的群", await page.GetByLabel("群名").InputValueAsync());
        await ClickAsync(page, "建群");
        await page.GetByRole(AriaRole.Heading, new() { Name = "断网时填的群" }).WaitForAsync();

        var groups = await app.Api.AllAsync("/api/groups");
        Assert.Single(groups, group => group.GetProperty("name").GetString() == "断网时填的群");
    }

    [Fact]
    public async Task List_stays_with_a_notice_while_offline_and_refreshes_by_itself_afterwards()
    {
        await using var browser = await OpenAsync("/console/groups/tea-2");
        var page = browser.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        var count = page.GetByText("/ 200").First;
        await Assertions.Expect(count).ToHaveTextAsync("0 / 200");

        await browser.SetOfflineAsync(true);
        await page.GetByText("网络断开了：下面是断开前的内容").WaitForAsync();
        await app.JoinAsync("tea-2", "while-offline", "断网时进群的茶友");
        await Assertions.Expect(heading).ToHaveTextAsync("春茶福利群 2");
        await Assertions.Expect(count).ToHaveTextAsync("0 / 200");

        await browser.SetOfflineAsync(false);
        await browser.RefreshAsync();
        await Assertions.Expect(count).ToHaveTextAsync("1 / 200");
        await Assertions.Expect(page.GetByText("网络断开了")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Server_that_does_not_answer_leaves_what_was_read_and_is_asked_again()
    {
        await using var browser = await OpenAsync("/console/groups");
        var page = browser.Page;
        await page.GetByText("春茶福利群 1").First.WaitForAsync();

        await page.RouteAsync("**/api/groups?**", route => route.AbortAsync());
        await browser.RefreshAsync();
        await page.GetByText("下面是上次读到的内容").WaitForAsync();
        await page.GetByText("春茶福利群 1").First.WaitForAsync();

        await page.UnrouteAllAsync();
        await ClickAsync(page, "重试");
        await Assertions.Expect(page.GetByText("下面是上次读到的内容")).ToHaveCountAsync(0);
    }

    async Task<OperatorBrowser> OpenAsync(string path)
    {
        var browser = await OperatorBrowser.SignInAsync(chromium, app);
        browser.ExpectsErrors = true;
        await browser.TakeClockAsync();
        await browser.Page.GotoAsync(path);
        return browser;
    }

    static async Task LoseAnswerAsync(IRoute route, TaskCompletionSource lost)
    {
        await route.FetchAsync();
        await route.AbortAsync();
        lost.SetResult();
    }

    static Task ClickAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
