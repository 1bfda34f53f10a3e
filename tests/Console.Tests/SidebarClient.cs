namespace ConsoleTests;

/// <summary>
/// The client of WeCom as a browser: its sign-in leads back at once, and its JS-SDK is a stub that keeps what is
/// posted.
/// </summary>
sealed class SidebarClient : IAsyncDisposable
{
    const string UserAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 wxwork/4.1.30";

    readonly IBrowserContext context;

    SidebarClient(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Opens the sidebar; <paramref name="chatId"/> is null outside of the client.</summary>
    public static async Task<SidebarClient> OpenAsync(
        BrowserFixture chromium,
        WeComBrand brand,
        string account,
        string? chatId,
        ColorScheme scheme = ColorScheme.Light)
    {
        var opened = await chromium.NewContextAsync(
            brand.Host.Address, width: 360, scheme, chatId is null ? null : UserAgent);
        opened.SetDefaultTimeout(60_000);
        await opened.RouteAsync("**/*", route => AnswerAsync(route, brand, account, chatId));
        var page = await opened.NewPageAsync();
        // Only the first time: who has signed in is not sent away again.
        await page.RouteAsync("**/sidebar", RedirectAsync, new() { Times = 1 });
        await page.GotoAsync("/sidebar");
        return new SidebarClient(opened, page);
    }

    /// <summary>The texts that were posted into the chat.</summary>
    public Task<string[]> PostedAsync() =>
        Page.EvaluateAsync<string[]>("() => window.posted.map(message => message.text.content)");

    public Task ClickAsync(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();

    static Task AnswerAsync(IRoute route, WeComBrand brand, string account, string? chatId)
    {
        var url = new Uri(route.Request.Url);
        return url.Host switch
        {
            "open.weixin.qq.com" => GoToAsync(route, WayBack(url, brand.Platform.Staff.SignIn(account))),
            "res.wx.qq.com" => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Sdk(chatId) }),
            "open.work.weixin.qq.com" => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }),
            _ when url.Authority == brand.Host.Address.Authority => route.ContinueAsync(),
            _ => throw new InvalidOperationException($"A request left the machine: {url}"),
        };
    }

    // The driver sees no request that a redirect makes, so the page that redirects is a page that goes there.
    static async Task RedirectAsync(IRoute route)
    {
        var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        await GoToAsync(route, answer.Headers["location"]);
    }

    static Task GoToAsync(IRoute route, string url) => route.FulfillAsync(new()
    {
        ContentType = "text/html",
        Body = $"""<meta http-equiv="refresh" content="0;url={url}">""",
    });

    static string WayBack(Uri signIn, string code)
    {
        var query = signIn.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
        return $"{query["redirect_uri"]}?code={code}&state={query["state"]}";
    }

    // A signature has 40 hexadecimal characters; the client refuses a page without one.
    static string Sdk(string? chatId) => $$"""
        window.posted = []
        const isSigned = options => /^[0-9a-f]{40}$/.test(options.signature) && options.timestamp > 0
        window.wx = {
          ready(done) { this.done = done },
          error(fail) { this.fail = fail },
          config(options) { setTimeout(isSigned(options) && options.beta ? this.done : this.fail) },
          agentConfig(options) { setTimeout(isSigned(options) ? options.success : options.fail) },
          invoke(name, options, done) {
            if (name === 'sendChatMessage') window.posted.push(options)
            setTimeout(() => done({ err_msg: `${name}:ok`, chatId: '{{chatId}}' }))
          },
        }
        """;
}
