using System.Globalization;
using System.Text.Json;

namespace ConsoleTests;

/// <summary>The settings: who may sign in, and the virtual clock of a rehearsal.</summary>
public sealed class SettingsTests(BrowserFixture chromium, SettingsTests.Brand app) : IClassFixture<SettingsTests.Brand>
{
    [Fact]
    public async Task Administrator_adds_an_operator_whose_token_is_shown_once_and_signs_in()
    {
        await using var administrator = await OpenAsync("/settings/operators");
        var page = administrator.Page;
        await ClickAsync(page, "添加操作员");
        await page.GetByLabel("名字").FillAsync("新来的小赵");
        await ClickAsync(page, "添加");

        var token = await page.Locator("code").TextContentAsync();
        await ClickAsync(page, "已保存");

        await page.GetByText("新来的小赵").First.WaitForAsync();
        Assert.Equal(0, await page.GetByText(token!).CountAsync());
        await using var operatorBrowser = await OperatorBrowser.OpenAsync(chromium, app.Host);
        await operatorBrowser.Page.GotoAsync("/console/settings/audit");
        await operatorBrowser.EnterTokenAsync(token!);
        await operatorBrowser.Page.GetByText("这里只有管理员能看").WaitForAsync();
    }

    [Fact]
    public async Task Account_of_a_staff_member_who_leaves_is_taken_away()
    {
        await app.Host.Api.PostAsync("/api/staff", new { id = "leaving", name = "要走的人", weComUserId = "Leaving" });
        await using var administrator = await OpenAsync("/settings/staff");
        var page = administrator.Page;
        await ClickAsync(page, "修改要走的人");
        await page.GetByLabel("企业微信账号").FillAsync("");
        await ClickAsync(page, "保存");

        await page.GetByText("已保存").WaitForAsync();
        var staff = await app.Host.GetAsync("/api/staff/leaving");
        Assert.Equal(JsonValueKind.Null, staff.GetProperty("weComUserId").ValueKind);
    }

    [Fact]
    public async Task Staff_member_is_not_edited_before_the_latest_version_is_read()
    {
        await app.Host.Api.PostAsync("/api/staff", new { name = "早到的人" });

        await EditAsReadLateAsync("staff", "修改早到的人", "早到的人二");
    }

    [Fact]
    public async Task Operator_is_not_edited_before_the_latest_version_is_read()
    {
        await app.Host.Api.PostAsync("/api/operators", new { name = "早到的操作员", role = "Viewer" });

        await EditAsReadLateAsync("operators", "修改 早到的操作员", "早到的操作员二");
    }

    [Fact]
    public async Task Name_that_another_operator_has_is_refused_and_stays_in_the_field()
    {
        await using var administrator = await OpenAsync("/settings/operators");
        var page = administrator.Page;
        await ClickAsync(page, "添加操作员");
        await page.GetByLabel("名字").FillAsync(ConsoleHost.NameOf("Administrator"));
        await ClickAsync(page, "添加");

        await page.GetByText("已有操作员叫这个名字").WaitForAsync();
        Assert.Equal(ConsoleHost.NameOf("Administrator"), await page.GetByLabel("名字").InputValueAsync());
    }

    [Fact]
    public async Task Last_administrator_is_not_removed()
    {
        await using var administrator = await OpenAsync("/settings/operators");
        var page = administrator.Page;
        await ClickAsync(page, $"移除 {ConsoleHost.NameOf("Administrator")}");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();

        await page.GetByText("这是最后一位管理员").WaitForAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"移除 {ConsoleHost.NameOf("Administrator")}" })
            .WaitForAsync();
    }

    [Fact]
    public async Task Own_new_token_is_shown_although_it_ends_the_session()
    {
        var created = await app.Host.Api.PostAsync(
            "/api/operators", new { name = "换令牌的人", role = "Administrator" });
        await using var administrator = await OperatorBrowser.OpenAsync(chromium, app.Host);
        var page = administrator.Page;
        await page.GotoAsync("/console/settings/operators");
        await administrator.EnterTokenAsync(created.GetProperty("token").GetString()!);
        await ClickAsync(page, "给 换令牌的人 换新令牌");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "换新令牌" }).ClickAsync();

        var token = await page.Locator("code").TextContentAsync();
        await ClickAsync(page, "已保存，重新登录");

        await administrator.EnterTokenAsync(token!);
        await page.GetByText("能登录的人").WaitForAsync();
        // The other tests need one administrator who is the last.
        await ClickAsync(page, "移除 换令牌的人");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
        await page.GetByLabel("登录令牌").WaitForAsync();
    }

    [Fact]
    public async Task Clock_runs_to_the_next_event_an_hour_and_to_the_event_of_a_list()
    {
        await using var administrator = await OpenAsync("/settings/rehearsal");
        var page = administrator.Page;
        var start = app.Host.Now;

        await ClickAsync(page, "快进一小时");
        await WaitUntilAsync(page, start.AddHours(1));

        // A push of the demonstration brand, not the next check.
        var next = await page.Locator("ol time").First.GetAttributeAsync("datetime");
        await ClickAsync(page, "快进到下一件事");
        await WaitUntilAsync(page, DateTimeOffset.Parse(next!, CultureInfo.InvariantCulture));

        await page.GetByRole(AriaRole.Button, new() { Name = "快进到这里" }).Nth(2).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "快进一天", Disabled = false }).WaitForAsync();
        Assert.True(app.Host.Now > DateTimeOffset.Parse(next!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Clock_runs_to_the_end_of_a_conversion()
    {
        await using var administrator = await OpenAsync("/settings/rehearsal");
        var page = administrator.Page;
        for (var day = 1; day <= 3; day++)
        {
            var end = app.Host.Now.AddDays(1);
            await ClickAsync(page, "快进一天");
            await page.GetByRole(AriaRole.Button, new() { Name = "快进一天", Disabled = false })
                .WaitForAsync(new() { Timeout = 60_000 });
            Assert.Equal(end, app.Host.Now);
        }

        await page.GotoAsync("/console/campaigns/conversions/demo-rock-tea");
        await page.GetByText("全部做完了").WaitForAsync();
    }

    [Fact]
    public async Task Viewer_sees_the_clock_and_cannot_move_it()
    {
        await using var viewer = await OpenAsync("/settings/rehearsal", "Viewer");

        await viewer.Page.GetByText("您的角色只能看").WaitForAsync();

        Assert.Equal(0, await viewer.Page.GetByText("快进一小时").CountAsync());
        Assert.Equal(0, await viewer.Page.GetByText("操作员", new() { Exact = true }).CountAsync());
    }

    [Fact]
    public async Task Export_of_a_shop_is_imported_with_a_report()
    {
        await using var administrator = await OpenAsync("/settings/brand");
        var page = administrator.Page;
        await page.GetByLabel("CSV 文件").SetInputFilesAsync(new FilePayload
        {
            Name = "orders.csv",
            MimeType = "text/csv",
            Buffer = """
                orderId,amount,currency,paidAt
                new-1,9.90,CNY,2026-11-24 20:00:00
                new-2,x,CNY,2026-11-24 20:05:00
                """u8.ToArray(),
        });
        await ClickAsync(page, "导入");
        await page.GetByText("共 2 行").WaitForAsync();

        await app.Host.AdvanceAsync(TimeSpan.FromMinutes(1));

        await page.GetByText("第 3 行（new-2） 金额：应是不小于 0 的数").WaitForAsync();
    }

    [Fact]
    public async Task Plans_are_exported_changed_checked_and_imported()
    {
        await using var administrator = await OpenAsync("/settings/plans");
        var page = administrator.Page;
        var download = await page.RunAndWaitForDownloadAsync(() => ClickAsync(page, "导出"));
        Assert.Matches(@"^计划-\d{4}-\d{2}-\d{2}\.json$", download.SuggestedFilename);
        var plans = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var changed = plans.Replace("\"name\":\"春茶福利群 1\"", "\"name\":\"春茶一群\"", StringComparison.Ordinal);
        Assert.NotEqual(plans, changed);

        await page.GetByLabel("计划文件").SetInputFilesAsync(new FilePayload
        {
            Name = "plans.json",
            MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes(changed),
        });
        await page.GetByText("检查结果，还没有存").WaitForAsync();
        await page.GetByText("覆盖不一样的").ClickAsync();
        await ClickAsync(page, "导入");

        await page.GetByText("导入完成").WaitForAsync();
        Assert.Equal("春茶一群", (await app.Host.GetAsync("/api/groups/tea-1")).GetProperty("name").GetString());
    }

    /// <summary>Opens the edit of a person whose version is read late, and gives the person another name.</summary>
    async Task EditAsReadLateAsync(string kind, string button, string name)
    {
        await using var administrator = await OpenAsync($"/settings/{kind}");
        var page = administrator.Page;
        var isAsked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await page.RouteAsync($"**/api/{kind}/*", AnswerLateAsync, new() { Times = 1 });
        await ClickAsync(page, button);
        await isAsked.Task;

        Assert.True(await page.GetByLabel("名字").IsDisabledAsync());
        mayAnswer.SetResult();
        await page.GetByLabel("名字").FillAsync(name);
        await ClickAsync(page, "保存");

        await page.GetByText(name).First.WaitForAsync();

        async Task AnswerLateAsync(IRoute route)
        {
            isAsked.SetResult();
            await mayAnswer.Task;
            await route.ContinueAsync();
        }
    }

    async Task<OperatorBrowser> OpenAsync(string path, string role = "Administrator")
    {
        var browser = await OperatorBrowser.SignInAsync(chromium, app.Host, role);
        await browser.Page.GotoAsync($"/console{path}");
        return browser;
    }

    static Task ClickAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    static Task WaitUntilAsync(IPage page, DateTimeOffset instant) => page
        .Locator($".clock time[datetime='{instant.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}']").First.WaitForAsync();

    /// <summary>A brand of its own, because its tests move the clock and count administrators.</summary>
    public sealed class Brand : IAsyncLifetime
    {
        public ConsoleHost Host { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            await Host.TokenAsync("Administrator");
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
