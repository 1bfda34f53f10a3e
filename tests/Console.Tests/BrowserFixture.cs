using ConsoleTests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]
// Pages are timed, and two cores serve one browser.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ConsoleTests;

/// <summary>
/// One headless Chromium for all tests. They are skipped where it is not installed, unless <c>REQUIRE_CHROMIUM=1</c>.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Without these the browser asks for updates and other services at its start.
    static readonly string[] Offline =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Paths.FirstOrDefault(File.Exists) is not { } path)
        {
            var isRequired = Environment.GetEnvironmentVariable("REQUIRE_CHROMIUM") == "1";
            Assert.SkipUnless(isRequired, "Chromium is not installed.");
            throw new InvalidOperationException($"Chromium is at none of {string.Join(", ", Paths)}.");
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Offline });
    }

    /// <summary>A browser of its own, with its cookies and without a cache.</summary>
    public Task<IBrowserContext> NewContextAsync(
        Uri address, int width, ColorScheme scheme, string? userAgent = null) =>
        browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce, // a test waits for nothing that only moves
            UserAgent = userAgent,
            Locale = "zh-CN",
            TimezoneId = "Europe/Berlin", // times are the brand's wherever the operator is
        });

    /// <summary>The processor time of each process that shows pages, by its id.</summary>
    public async Task<Dictionary<int, TimeSpan>> RendererTimesAsync()
    {
        var session = await browser!.NewBrowserCDPSessionAsync();
        var answer = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        return answer!.Value.GetProperty("processInfo").EnumerateArray()
            .Where(process => process.GetProperty("type").GetString() is "renderer")
            .ToDictionary(
                process => process.GetProperty("id").GetInt32(),
                process => TimeSpan.FromSeconds(process.GetProperty("cpuTime").GetDouble()));
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
