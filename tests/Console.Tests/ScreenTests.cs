namespace ConsoleTests;

/// <summary>
/// Every screen after three days of the demonstration brand: accessible and not wider than the window. With
/// <c>SCREENS=FOLDER</c> their pictures are written there, which makes <c>docs/screens</c>.
/// </summary>
public sealed class ScreenTests(BrowserFixture chromium, ScreenTests.AfterThreeDays app)
    : IClassFixture<ScreenTests.AfterThreeDays>
{
    static readonly (string Name, string Path)[] Screens =
    [
        ("workbench", "/"),
        ("calendar", "/calendar?view=week&date=2026-12-04&groupIds=tea-vip,tea-class"),
        ("push-plans", "/calendar/plans"),
        ("push-plan", "/calendar/plans/demo-super-user-rhythm"),
        ("groups", "/groups"),
        ("group", "/groups/tea-1"),
        ("campaigns", "/campaigns"),
        ("campaign", "/campaigns/fission/spring-tea"),
        ("campaign-posters", "/campaigns/fission/spring-tea?tab=posters"),
        ("campaign-participant", "/campaigns/fission/spring-tea?tab=participants&member=m5"),
        ("conversions", "/campaigns/conversions"),
        ("flash-sales", "/campaigns/flash-sales"),
        ("conversion", "/campaigns/conversions/demo-rock-tea"),
        ("flash-sale", "/campaigns/flash-sales/demo-longjing-night"),
        ("content", "/content"),
        ("content-item", "/content/super-user-rhythm-tip-1"),
        ("members", "/members"),
        ("member", "/members/m1"),
        ("insights", "/insights"),
        ("channel", "/settings/channel"),
        ("shops", "/settings/shops"),
        ("operators", "/settings/operators"),
        ("audit", "/settings/audit"),
        ("brand", "/settings/brand"),
        ("rehearsal", "/settings/rehearsal"),
        ("help", "/help"),
    ];

    public static TheoryData<int, ColorScheme> Looks => new()
    {
        { 1280, ColorScheme.Light }, { 390, ColorScheme.Light }, { 1280, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Screens_are_accessible_and_fit(int width, ColorScheme scheme)
    {
        await using var browser =
            await OperatorBrowser.SignInAsync(chromium, app.Host, "Administrator", width, scheme);
        List<string> faults = [];
        foreach (var (name, path) in Screens)
        {
            await browser.Page.GotoAsync($"/console{path}");
            await browser.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            faults.AddRange(await Accessibility.FindFaultsAsync(browser.Page, name));
            await Pictures.KeepAsync(browser.Page, name, width, scheme);
        }

        Assert.Empty(faults);
    }

    /// <summary>The brand after three days, during which somebody joined each day and a few left.</summary>
    public sealed class AfterThreeDays : IAsyncLifetime
    {
        // What a person has to do shows the day's work.
        public ConsoleHost Host { get; } = new()
        {
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Simulated:SendToMember"] = "StaffConfirmed",
                ["Simulated:DissolveGroup"] = "Manual",
            },
        };

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            for (var day = 1; day <= 3; day++)
            {
                for (var n = 0; n < 3; n++) await Host.JoinAsync("tea-1", $"day{day}-{n}", "新茶友");
                await Host.LeaveAsync("tea-1", $"day{day}-0");
                await Host.AdvanceAsync(TimeSpan.FromDays(1));
                await CompleteTasksAsync(left: 3);
            }
        }

        async Task CompleteTasksAsync(int left)
        {
            var tasks = await Host.Api.AllAsync("/api/tasks");
            foreach (var task in tasks.SkipLast(left))
                await Host.Api.CompleteTaskAsync(task.GetProperty("id").GetString()!);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
