namespace ConsoleTests;

/// <summary>Groups in the console: creating, watching and editing them.</summary>
public sealed class GroupTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    [Fact]
    public async Task Group_is_refused_as_the_API_refuses_it_and_then_made()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/groups/new");
        await page.GetByLabel("群名").FillAsync("秋茶品鉴群");
        await page.GetByLabel("编号").FillAsync("A B");
        await page.GetByLabel("给谁").FillAsync("爱喝乌龙的人");
        await page.GetByLabel("固定服务").FillAsync("每周五晚上一起喝一款");
        await page.GetByLabel("福利").FillAsync("试喝装半价");
        await page.GetByLabel("规则").FillAsync("不发广告");
        await page.GetByLabel("怎么收尾").FillAsync("季末转入会员群");

        await page.GetByRole(AriaRole.Button, new() { Name = "建群" }).ClickAsync();
        await page.Locator(".el-form-item.is-error").First.WaitForAsync();
        Assert.Equal("秋茶品鉴群", await page.GetByLabel("群名").InputValueAsync());

        await page.GetByLabel("编号").FillAsync("autumn-tea");
        await page.GetByRole(AriaRole.Button, new() { Name = "建群" }).ClickAsync();
        await page.WaitForURLAsync("**/console/groups/autumn-tea");

        var group = await app.GetAsync("/api/groups/autumn-tea");
        Assert.Equal("不发广告", group.GetProperty("charter").GetProperty("rules")[0].GetString());
    }

    [Fact]
    public async Task Member_who_joins_appears_without_a_reload()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        await browser.TakeClockAsync();
        await browser.Page.GotoAsync("/console/groups/tea-2");
        await browser.Page.GetByText("0 / 200").WaitForAsync();

        await app.JoinAsync("tea-2", "late-1", "路过的茶友");
        await browser.RefreshAsync();

        await browser.Page.GetByText("1 / 200").WaitForAsync();
    }

    [Fact]
    public async Task Introduction_of_a_member_is_entered_and_its_interests_are_shown()
    {
        await app.JoinAsync("tea-1", "new-1", "新来的茶友");
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/groups/tea-1?tab=members");
        await page.GetByLabel("按名字或编号找").FillAsync("新来的茶友");

        await page.GetByRole(AriaRole.Button, new() { Name = "登记自我介绍：新来的茶友" }).ClickAsync();
        await page.GetByLabel("他在群里说的话").FillAsync("来自杭州，喜欢喝茶和徒步");
        await Pictures.KeepAsync(page, "introduction", 1280, ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();

        await page.GetByText("兴趣 茶、徒步").WaitForAsync();
    }

    [Fact]
    public async Task Charter_says_what_it_lacks_until_it_is_filled_in_and_a_text_is_the_groups_own()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var page = browser.Page;
        await page.GotoAsync("/console/groups/tea-2");
        await page.GetByText("没写服务节奏").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "修改定位" }).ClickAsync();
        await page.GetByLabel("服务节奏").FillAsync("每周三晚上八点一款");
        await Pictures.KeepAsync(page, "charter-dialog", 1280, ColorScheme.Light);
        await SaveAsync(page);
        await page.GetByText("每周三晚上八点一款").WaitForAsync();
        Assert.Equal(0, await page.GetByText("没写服务节奏").CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "入群话术" }).ClickAsync();
        await page.GetByLabel("欢迎语").FillAsync("{member} 来啦，看 {link}");
        await SaveAsync(page);
        await page.GetByText("没有 {link} 这个空").WaitForAsync();
        await page.GetByLabel("欢迎语").FillAsync("{member} 来啦！{benefits}");
        await Pictures.KeepAsync(page, "texts-dialog", 1280, ColorScheme.Light);
        await SaveAsync(page);
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        var group = await app.GetAsync("/api/groups/tea-2");
        Assert.Equal("{member} 来啦！{benefits}", group.GetProperty("texts").GetProperty("welcome").GetString());
    }

    [Fact]
    public async Task Second_of_two_editors_is_told_and_keeps_what_was_typed()
    {
        await using var first = await EditAsync();
        await using var second = await EditAsync();

        await first.Page.GetByLabel("群名").FillAsync("第一个名字");
        await SaveAsync(first.Page);
        await first.Page.GetByRole(AriaRole.Heading, new() { Name = "第一个名字" }).WaitForAsync();
        await second.Page.GetByLabel("群名").FillAsync("第二个名字");
        await SaveAsync(second.Page);

        await second.Page.GetByText("有人刚改过").WaitForAsync();
        Assert.Equal("第二个名字", await second.Page.GetByLabel("群名").InputValueAsync());
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "用我的覆盖" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Heading, new() { Name = "第二个名字" }).WaitForAsync();
    }

    async Task<OperatorBrowser> EditAsync()
    {
        var browser = await OperatorBrowser.SignInAsync(chromium, app);
        await browser.Page.GotoAsync("/console/groups/tea-vip");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "编辑" }).ClickAsync();
        return browser;
    }

    static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
}
