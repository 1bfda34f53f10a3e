using System.Diagnostics;
using System.Globalization;

namespace ConsoleTests;

/// <summary>How fast the console is on two cores.</summary>
public sealed class SpeedTests(BrowserFixture chromium, ConsoleHost app, ITestOutputHelper output)
    : IClassFixture<ConsoleHost>
{
    // A page that arrives later makes the list longer.
    const string ScrollDown = """
        last => {
          const list = document.querySelector('[aria-label="群列表"]')
          list.scrollTop = list.scrollHeight
          return list.innerText.includes(last)
        }
        """;

    const int Groups = 10_000;
    const int MaxRows = 100;
    static readonly TimeSpan MaxTask = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan MaxFirstScreen = TimeSpan.FromSeconds(1.5);

    // What else runs on the machine delays every screen, but adds nothing to the processor time of the page and of the
    // app, which work one after the other. Waits take no processor time: they show in the quickest.
    [Fact]
    public async Task First_screen_is_usable_within_a_second_and_a_half()
    {
        List<(TimeSpan Elapsed, TimeSpan Processor)> times = [];
        for (var run = 0; run < 5; run++) times.Add(await OpenFirstScreenAsync());
        while (times.Min(time => time.Elapsed) > MaxFirstScreen && times.Count < 20)
            times.Add(await OpenFirstScreenAsync());

        var elapsed = Median(times.Select(time => time.Elapsed));
        var processor = Median(times.Select(time => time.Processor));
        output.WriteLine(
            $"median {elapsed.TotalMilliseconds:F0} ms, of processor time {processor.TotalMilliseconds:F0} ms: "
            + string.Join(", ", times));
        Assert.InRange(processor, TimeSpan.Zero, MaxFirstScreen);
        Assert.InRange(times.Min(time => time.Elapsed), TimeSpan.Zero, MaxFirstScreen);
    }

    [Fact]
    public async Task Ten_thousand_groups_scroll_with_few_rows_and_short_tasks()
    {
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        await browser.Page.RouteAsync("**/api/groups?**", ServeGroupsAsync);
        var (rows, task) = await ScrollAsync(browser.Page);
        output.WriteLine($"at most {rows} rows, the longest task took {task.TotalMilliseconds:F0} ms");
        Assert.InRange(rows, 1, MaxRows);
        Assert.InRange(task, TimeSpan.Zero, MaxTask);
    }

    async Task<(TimeSpan Elapsed, TimeSpan Processor)> OpenFirstScreenAsync()
    {
        // Each browser has an empty cache and its cookie.
        await using var browser = await OperatorBrowser.SignInAsync(chromium, app);
        var before = await chromium.RendererTimesAsync();
        var (started, appBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await browser.Page.GotoAsync("/console/groups");
        await browser.Page.GetByText("春茶福利群 1").First.WaitForAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var ofApp = Environment.CpuUsage.TotalTime - appBefore;
        var ofPage = (await chromium.RendererTimesAsync())
            .Max(renderer => renderer.Value - before.GetValueOrDefault(renderer.Key));
        return (elapsed, ofPage + ofApp);
    }

    static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var ordered = times.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    static async Task<(int MostRows, TimeSpan LongestTask)> ScrollAsync(IPage page)
    {
        await page.GotoAsync("/console/groups");
        var list = page.GetByLabel("群列表");
        await list.WaitForAsync();
        var trace = await TaskTrace.StartAsync(page);
        var most = 0;
        for (var n = 0; n < Groups / 200; n++)
        {
            var last = string.Create(CultureInfo.InvariantCulture, $"群 {((n + 1) * 200) - 1}\n");
            await page.WaitForFunctionAsync(ScrollDown, last, new() { PollingInterval = 50 });
            most = Math.Max(most, await list.Locator("a, [role=listitem], [role=row]").CountAsync());
        }

        return (most, await trace.StopAsync());
    }

    static async Task ServeGroupsAsync(IRoute route)
    {
        var query = new Uri(route.Request.Url).Query;
        var from = query.Split("continuation=").ElementAtOrDefault(1) is { } text
            ? int.Parse(text.Split('&')[0], CultureInfo.InvariantCulture)
            : 0;
        var items = Enumerable.Range(from, 200).Select(n => $$"""
            {"id":"g-{{n}}","name":"群 {{n}}","kind":"SuperUser","capacity":200,"state":"Open","memberCount":{{n % 200}},
            "overflow":0,"joinUrl":null,"charter":{"audience":"a","service":"s","benefits":[],"rules":[],"endsAt":null,
            "ending":"e"},"createdAt":"2026-12-01T00:00:00Z","openedAt":null,"dissolvedAt":null,"owner":null,"tags":[],
            "holds":[]}
            """);
        var continuation = from + 200 < Groups ? $"\"{from + 200}\"" : "null";
        await route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = $$"""{"items":[{{string.Join(',', items)}}],"continuation":{{continuation}}}""",
        });
    }
}
