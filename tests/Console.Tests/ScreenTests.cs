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
        ("calendar-month", "/calendar?view=month&date=2026-12-04"),
        ("new-push-plan", "/calendar/plans/new"),
        ("push-templates", "/calendar/plans/templates"),
        ("groups", "/groups"),
        ("new-group", "/groups/new"),
        ("group", "/groups/tea-1"),
        ("group-members", "/groups/tea-1?tab=members"),
        ("group-results", "/groups/tea-vip?tab=results"),
        ("group-cohorts", "/groups/tea-new?tab=cohorts"),
        ("group-limits", "/groups/tea-1?tab=limits"),
        ("group-history", "/groups/tea-1?tab=history"),
        ("campaigns", "/campaigns"),
        ("new-campaign", "/campaigns/new"),
        ("compare-modes", "/campaigns/compare"),
        ("new-conversion", "/campaigns/new-conversion"),
        ("new-flash-sale", "/campaigns/new-flash-sale"),
        ("campaign", "/campaigns/fission/spring-tea"),
        ("campaign-expecting", "/campaigns/fission/spring-tea?tab=expecting"),
        ("campaign-posters", "/campaigns/fission/spring-tea?tab=posters"),
        ("campaign-participant", "/campaigns/fission/spring-tea?tab=participants&member=m5"),
        ("conversions", "/campaigns/conversions"),
        ("flash-sales", "/campaigns/flash-sales"),
        ("conversion", "/campaigns/conversions/demo-rock-tea"),
        ("flash-sale", "/campaigns/flash-sales/demo-longjing-night"),
        ("group-buys", "/campaigns/group-buys"),
        ("new-group-buy", "/campaigns/new-group-buy"),
        ("group-buy", "/campaigns/group-buys/demo-tea-for-two"),
        ("content", "/content"),
        ("content-item", "/content/super-user-rhythm-tip-1"),
        ("new-content", "/content/new"),
        ("content-import", "/content/import"),
        ("members", "/members"),
        ("member", "/members/m1"),
        ("insights", "/insights"),
        ("attribution", "/insights?tab=attribution"),
        ("heat-map", "/insights?tab=heat"),
        ("rehearsals", "/insights?tab=rehearsals"),
        ("rehearsal-report", $"/insights/rehearsals/{ReportId}"),
        ("suitability", "/care"),
        ("assess-suitability", "/care/suitability/new"),
        ("suitability-assessment", "/care/suitability/demo-spring-tea"),
        ("group-health", "/care/health"),
        ("feedback", "/care/feedback"),
        ("violations", "/care/violations"),
        ("violation", "/care/violations/demo-abuse"),
        ("promises", "/care/promises"),
        ("new-promise", "/care/promises/new?groupId=tea-class"),
        ("promise", "/care/promises/demo-tea-course"),
        ("crises", "/care/crises"),
        ("open-crisis", "/care/crises/new?groupId=tea-2"),
        ("crisis", "/care/crises/demo-damp-tea"),
        ("super-users", "/care/super-users?groupId=tea-vip"),
        ("channel", "/settings/channel"),
        ("shops", "/settings/shops"),
        ("operators", "/settings/operators"),
        ("audit", "/settings/audit"),
        ("staff", "/settings/staff"),
        ("messages", "/settings/messages"),
        ("brand", "/settings/brand"),
        ("plans", "/settings/plans"),
        ("rehearsal", "/settings/rehearsal"),
        ("help", "/help"),
    ];

    const string ReportId = "{report}";
    const int Wide = 1280;
    const int Narrow = 390;

    // One page of each screen is looked at in every way: a reload for each would take most of the time.
    [Fact]
    public async Task Screens_are_accessible_and_fit()
    {
        await using var browser =
            await OperatorBrowser.SignInAsync(chromium, app.Host, "Administrator", Wide, ColorScheme.Light);
        var page = browser.Page;
        List<string> faults = [];
        foreach (var (name, path) in Screens)
        {
            await page.GotoAsync($"/console{path.Replace(ReportId, app.ReportId, StringComparison.Ordinal)}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            faults.AddRange(await Accessibility.FindFaultsAsync(page, name));
            faults.AddRange(await LookAsync(page, name, Wide, ColorScheme.Light));
            faults.AddRange(await LookAsync(page, name, Wide, ColorScheme.Dark));
            faults.AddRange(await LookAsync(page, name, Narrow, ColorScheme.Dark));
            faults.AddRange(await Accessibility.FindFaultsAsync(page, $"{name}, narrow and dark", onlyLook: true));
            faults.AddRange(await LookAsync(page, name, Narrow, ColorScheme.Light));
            await ShowAsync(page, Wide, ColorScheme.Light);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name, int width, ColorScheme scheme)
    {
        await ShowAsync(page, width, scheme);
        await Pictures.KeepAsync(page, name, width, scheme);
        return await Accessibility.FindWideAsync(page, $"{name} at {width} px");
    }

    static async Task ShowAsync(IPage page, int width, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.Locator(scheme is ColorScheme.Dark ? "html.dark" : "html:not(.dark)").WaitForAsync();
        await Accessibility.SettleAsync(page);
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

        /// <summary>The id of the report of a rehearsal of these days.</summary>
        public string ReportId { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await Host.InitializeAsync();
            var report = SampleRehearsal.Report(Host.Now, Host.Now.AddDays(3), members: 40);
            await AssessAsync();
            ReportId = (await Host.Api.PostAsync("/api/rehearsals", report)).GetProperty("id").GetString()!;
            for (var day = 1; day <= 3; day++)
            {
                for (var n = 0; n < 3; n++) await Host.JoinAsync("tea-1", $"day{day}-{n}", "新茶友");
                await Host.LeaveAsync("tea-1", $"day{day}-0");
                await Host.AdvanceAsync(TimeSpan.FromDays(1));
                await CompleteTasksAsync(left: 3);
            }

            await SellToTeamsAsync();
            await CareAsync();
        }

        async Task SellToTeamsAsync()
        {
            const string Teams = $"/api/group-buys/{SampleGroupBuy.Id}/teams";
            await Host.Api.PostAsync("/api/group-buys", SampleGroupBuy.Body(Host.Now.AddDays(1)));
            await Host.Api.PostAsync(Teams, new { leader = "buyer1", orderId = "E20261204-1" });
            await Host.Api.PostAsync($"{Teams}/team-1/join", new { memberId = "buyer2", orderId = "E20261204-2" });
            await Host.Api.PostAsync(Teams, new { leader = "buyer3" });
        }

        // No other screen is about the frozen group.
        async Task CareAsync()
        {
            await Host.Api.PostAsync("/api/feedback", SampleCare.Feedback("demo-late-parcel"));
            await Host.Api.PostAsync("/api/violations", SampleCare.Violation("demo-abuse"));
            await Host.Api.PostAsync("/api/promises", SampleCare.Promise("demo-tea-course", Host.Now));
            await Host.Api.PostAsync("/api/promises/demo-tea-course/units/1/delivered", SampleCare.Delivery);
            await Host.Api.PostAsync("/api/promises/demo-tea-course/units/1/gain", SampleCare.Gain);
            await Host.Api.PostAsync("/api/crises", SampleCare.Crisis("demo-damp-tea"));
            await Host.Api.PostAsync("/api/crises/demo-damp-tea/people", SampleCare.Person);
            await Host.Api.PutAsync("/api/super-users/criteria", SampleCare.Criteria("tea-vip"));
        }

        async Task AssessAsync()
        {
            await Host.Api.PostAsync("/api/suitability", SampleAssessment.Body("demo-spring-tea"));
            await Host.Api.PutAsync(
                "/api/suitability/demo-spring-tea/groups",
                new { groupIds = new[] { "tea-1", "tea-vip" }, by = "小林" });
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
