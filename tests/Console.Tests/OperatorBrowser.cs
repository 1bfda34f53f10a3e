namespace ConsoleTests;

/// <summary>
/// A browser of an operator. Its disposal fails the test when a page had an error, or a request left the machine.
/// </summary>
sealed class OperatorBrowser : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly List<string> faults = [];
    readonly List<string> foreign = [];

    OperatorBrowser(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors that the test expects, such as those of a lost network, are not faults.</summary>
    public bool ExpectsErrors { get; set; }

    public static async Task<OperatorBrowser> OpenAsync(
        BrowserFixture chromium, ConsoleHost app, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var opened = await chromium.NewContextAsync(app.Address, width, scheme);
        opened.SetDefaultTimeout(60_000); // other tests may keep both cores busy
        var page = await opened.NewPageAsync();
        var browser = new OperatorBrowser(opened, page);
        page.PageError += (_, error) => Note(browser.faults, error);
        opened.Request += (_, request) => browser.NoteForeign(app.Address, request.Url);
        return browser;
    }

    /// <summary>A browser in which an operator of the role is signed in through the page.</summary>
    public static async Task<OperatorBrowser> SignInAsync(
        BrowserFixture chromium, ConsoleHost app, string role = "Operator", int width = 1280,
        ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await OpenAsync(chromium, app, width, scheme);
        await browser.Page.GotoAsync("/console/");
        await browser.EnterTokenAsync(await app.TokenAsync(role));
        await browser.Page.WaitForURLAsync("**/console/");
        return browser;
    }

    public async Task EnterTokenAsync(string token)
    {
        await Page.GetByLabel("登录令牌").FillAsync(token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    public async Task SignOutAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Page.GetByLabel("登录令牌").WaitForAsync();
    }

    /// <summary>Takes the clock of the pages that are opened from now on, for <see cref="RefreshAsync"/>.</summary>
    public Task TakeClockAsync() => Page.Clock.InstallAsync();

    /// <summary>Lets the time pass after which the page reads again.</summary>
    public Task RefreshAsync() => Page.Clock.FastForwardAsync("00:10");

    /// <summary>Loses the network, or gets it back.</summary>
    public Task SetOfflineAsync(bool isOffline) => context.SetOfflineAsync(isOffline);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(foreign);
        if (!ExpectsErrors) Assert.Empty(faults);
    }

    static void Note(List<string> faults, string fault)
    {
        lock (faults) faults.Add(fault);
    }

    void NoteForeign(Uri address, string url)
    {
        if (new Uri(url) is { Scheme: "http" or "https" } target && target.Authority != address.Authority)
            Note(foreign, $"A request left the machine: {url}");
    }
}
