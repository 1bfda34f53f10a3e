namespace ConsoleTests;

public sealed class RehearsalReportTests(BrowserFixture chromium, RehearsalReportTests.Brand app)
    : IClassFixture<RehearsalReportTests.Brand>
{
    [Fact]
    public async Task Report_is_uploaded_opened_and_held_against_what_happened()
    {
        var now = app.Host.Now;
        var members = (await app.Host.GetAsync("/api/groups/tea-1")).GetProperty("memberCount").GetInt32();
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app.Host, "Operator");
        var page = browser.Page;
        await page.GotoAsync("/console/insights?tab=rehearsals");

        await page.GetByLabel("彩排报告").SetInputFilesAsync(SampleRehearsal.File(now, now.AddHours(6), members));

        await page.WaitForURLAsync("**/console/insights/rehearsals/*");
        await page.GetByText(SampleRehearsal.Warning).WaitForAsync();
        var verdict = page.GetByRole(AriaRole.Region, new() { Name = "每个数字的彩排和实际" })
            .GetByRole(AriaRole.Row).Filter(new() { HasText = "成员" });
        Assert.Contains("还没结束", await verdict.InnerTextAsync(), StringComparison.Ordinal);
        Assert.InRange(await page.GetByText("今天聊聊怎么存茶").CountAsync(), 1, 60);

        await app.Host.AdvanceAsync(TimeSpan.FromHours(6));
        await page.ReloadAsync();

        await verdict.GetByText("在范围内").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "← 彩排" }).ClickAsync();
        await page.GetByText("1 条提醒").WaitForAsync();
    }

    /// <summary>A brand of its own, because the test moves the clock.</summary>
    public sealed class Brand : IAsyncLifetime
    {
        public ConsoleHost Host { get; } = new();

        public async ValueTask InitializeAsync() => await Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
