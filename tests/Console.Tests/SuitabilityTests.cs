namespace ConsoleTests;

/// <summary>Whether a brand should have groups: the questions, the verdict, and what the groups brought.</summary>
public sealed class SuitabilityTests(BrowserFixture chromium, ConsoleHost app) : IClassFixture<ConsoleHost>
{
    static readonly string[] YesQuestions =
        ["产品有没有可聊的？", "产品要不要讲解？", "群能不能建立信任？", "用户买了要不要教？", "买了之后还有没有服务？"];

    [Fact]
    public async Task Answers_give_a_verdict_and_the_groups_are_compared_with_it()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app, "Operator");
        var page = browser.Page;
        await page.GotoAsync("/console/care");
        await page.GetByRole(AriaRole.Link, new() { Name = "做一次评估" }).ClickAsync();
        await page.GetByLabel("品牌或产品").FillAsync("秋茶");

        await ClickAsync(page, "看结论");
        await page.Locator(".el-form-item.is-error").First.WaitForAsync();
        Assert.Equal(7, await page.Locator(".el-form-item.is-error").CountAsync());

        foreach (var question in YesQuestions) await AnswerAsync(page, question, "是");
        await AnswerAsync(page, "还能不能满足别的需求？", "否");
        await AnswerAsync(page, "现在的口碑有几分？", "2 差");
        await ClickAsync(page, "看结论");

        await page.GetByText("挑着做", new() { Exact = true }).WaitForAsync();
        await page.GetByText("成交：口碑只有 2 分").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打开这次评估" }).ClickAsync();

        await ClickAsync(page, "选群");
        await page.GetByRole(AriaRole.Combobox).FillAsync("tea-1"); // a placeholder covers it for a click
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await ClickAsync(page, "保存");

        await page.GetByRole(AriaRole.Region, new() { Name = "每个群带来了什么" }).WaitForAsync();
        await page.GetByText("选了 1 个").WaitForAsync();
    }

    [Fact]
    public async Task Viewer_reads_assessments_and_is_offered_nothing_that_changes()
    {
        await app.Api.PostAsync("/api/suitability", SampleAssessment.Body("for-viewers"));
        await using var viewer = await OperatorBrowser.SignInAsync(chromium, app, "Viewer");
        var page = viewer.Page;

        await page.GotoAsync("/console/care");
        await page.GetByRole(AriaRole.Link, new() { Name = "春茶" }).WaitForAsync();
        Assert.Equal(0, await page.GetByText("做一次评估").CountAsync());
        await page.GotoAsync("/console/care/suitability/for-viewers");
        await page.GetByText("建议做社群").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "选群" }).CountAsync());
        await page.GotoAsync("/console/care/suitability/new");
        await page.GetByText("只有操作员能做评估").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "看结论" }).CountAsync());
    }

    static Task ClickAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    // Element Plus covers the input with its picture.
    static Task AnswerAsync(IPage page, string question, string answer) => page
        .GetByRole(AriaRole.Radiogroup, new() { Name = question })
        .GetByText(answer, new() { Exact = true })
        .ClickAsync();
}
