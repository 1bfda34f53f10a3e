namespace ConsoleTests;

/// <summary>The set-up of WeCom, and the binding of its chats.</summary>
public sealed class WeComTests(BrowserFixture chromium, WeComBrand brand) : IClassFixture<WeComBrand>
{
    const string Tab = "/console/settings/channel";

    [Fact]
    public async Task Chat_is_bound_for_good_to_the_group_of_its_name_from_the_task_that_asks_for_it()
    {
        var chat = await brand.AppearAsync("owner-1", "春茶福利群 green", customers: 3);
        await brand.Host.Api.CreateGroupAsync("green", endsAt: brand.Host.Now.AddDays(30));
        await using var browser = await OperatorBrowser.SignInAsync(chromium, brand.Host);
        var page = browser.Page;
        // By a key, because the lines move under the mouse while the page reads who is who.
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = chat })
            .GetByText("去绑定").PressAsync("Enter");
        await page.WaitForURLAsync($"**{Tab}#chats");

        await ClickAsync(page, $"绑定 春茶福利群 green {chat}");
        await page.GetByRole(AriaRole.Dialog).GetByText("都记到「春茶福利群 green」").WaitForAsync();
        await ClickAsync(page, "确认绑定");
        await page.GetByRole(AriaRole.List, new() { Name = "已经绑定的群" })
            .GetByRole(AriaRole.Link, new() { Name = "春茶福利群 green" }).ClickAsync();

        await page.WaitForURLAsync("**/console/groups/green");
        await page.GetByText("春茶福利群 green，群主 林小雨").WaitForAsync();
        Assert.Equal(
            chat, (await brand.Host.GetAsync("/api/groups/green")).GetProperty("channelGroupId").GetString());
    }

    [Fact]
    public async Task Group_that_is_not_bound_leads_to_the_chats()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, brand.Host);
        await browser.Page.GotoAsync("/console/groups/white");

        await browser.Page.GetByText("去绑定").ClickAsync();

        await browser.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "岩茶老客交流群" })
            .GetByText("群主 老周 · 客户 86 人").WaitForAsync();
    }

    [Fact]
    public async Task Check_says_what_to_do_and_passes_when_it_is_done()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, brand.Host);
        var page = browser.Page;
        try
        {
            brand.Corp.IsTrustedAddress = false;
            await page.GotoAsync(Tab);
            await page.GetByText("把服务器 IP 加入「企业可信IP」").First.WaitForAsync();
        }
        finally
        {
            brand.Corp.IsTrustedAddress = true;
        }

        await ClickAsync(page, "重新检查");

        await page.GetByText("企业 ID、应用密钥和可信 IP 都有效").WaitForAsync();
        await page.GetByText($"{brand.Host.Address}webhooks/wecom").WaitForAsync();
    }

    [Fact]
    public async Task Budget_counts_what_others_sent_and_says_that_none_is_left()
    {
        const string Name = "春茶福利群 blue";
        await brand.Host.Api.CreateGroupAsync("blue", endsAt: brand.Host.Now.AddDays(30));
        var chat = await brand.AppearAsync("owner-1", Name, customers: 3);
        await brand.Host.Api.PostAsync("/api/groups/blue/bind", new { channelGroupId = chat, by = "小林" });
        await brand.SendByStaffAsync("owner-1", chat, times: 31);
        await using var browser = await OperatorBrowser.SignInAsync(chromium, brand.Host);
        await browser.Page.GotoAsync(Tab);

        var line = browser.Page.GetByRole(AriaRole.List, new() { Name = "各群的群发额度" })
            .GetByRole(AriaRole.Listitem).Filter(new() { HasText = Name });

        await line.GetByText("用完了").WaitForAsync();
        await line.GetByText("系统发了 0 次，别人发了 31 次").WaitForAsync();
    }

    [Fact]
    public async Task Viewer_sees_the_chats_and_binds_none()
    {
        await using var viewer = await OperatorBrowser.SignInAsync(chromium, brand.Host, "Viewer");
        await viewer.Page.GotoAsync(Tab);

        await viewer.Page.GetByText("岩茶老客交流群").WaitForAsync();

        Assert.Equal(0, await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "绑定" }).CountAsync());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Tab_and_dialog_are_accessible_and_fit(int width, ColorScheme scheme)
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, brand.Host, width: width, scheme: scheme);
        var page = browser.Page;
        await page.GotoAsync(Tab);
        await page.GetByText("岩茶老客交流群").WaitForAsync();
        await Accessibility.VerifyAsync(page, "wecom-channel");
        await Pictures.KeepAsync(page, "wecom-channel", width, scheme);

        await page.GetByRole(AriaRole.Button, new() { Name = "绑定 岩茶老客交流群" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("绑定以后不能再改").WaitForAsync();
        await Accessibility.VerifyAsync(page, "wecom-bind");
        await Pictures.KeepAsync(page, "wecom-bind", width, scheme);
    }

    static Task ClickAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
