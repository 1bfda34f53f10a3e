using Community.Platform.DueWork;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using LocalRuntime;
using Microsoft.Extensions.DependencyInjection;
using TestSupport.HostCosts;

namespace FunctionsApp.Tests.Platform.DueWork;

/// <summary>Work is carried out at its instant, once, also after downtime.</summary>
public sealed class DueWorkTests : IAsyncDisposable
{
    readonly List<(string Data, DateTimeOffset At)> done = [];
    readonly Dictionary<string, int> failures = new(StringComparer.Ordinal);
    readonly string store = Path.Combine(Path.GetTempPath(), $"due-work-{Guid.NewGuid():N}.db");
    AppHost? app;

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(119)]
    [InlineData(181)]
    [InlineData(3_661)]
    [InlineData(700_000)]
    public async Task Work_is_carried_out_at_its_instant(int seconds)
    {
        await StartAsync();
        var at = app!.Now.AddSeconds(seconds);
        await Scheduler.ScheduleAsync("note", at, "a");

        await app.AdvanceAsync(TimeSpan.FromSeconds(seconds + 600));

        Assert.Equal([("a", at)], done);
    }

    [Theory]
    [InlineData(30.4)]
    [InlineData(500.9)]
    public async Task Work_is_not_carried_out_before_its_instant(double seconds)
    {
        await StartAsync();
        var at = app!.Now.AddSeconds(seconds);
        await Scheduler.ScheduleAsync("note", at, "a");

        await app.AdvanceAsync(TimeSpan.FromSeconds(seconds + 60));

        Assert.InRange(Assert.Single(done).At - at, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Work_that_is_scheduled_again_is_carried_out_once()
    {
        await StartAsync();
        var at = app!.Now.AddHours(2);
        await Scheduler.ScheduleAsync("note", at, "a");
        await Scheduler.ScheduleAsync("note", at, "a");

        await app.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Single(done);
    }

    [Fact]
    public async Task Work_missed_during_downtime_is_made_up_for_without_a_burst()
    {
        await StartAsync();
        var begin = app!.Now;
        for (var i = 0; i < 900; i++) await Scheduler.ScheduleAsync("note", begin.AddMinutes(10 + (i % 60)), $"{i}");
        await app.DisposeAsync();

        await StartAsync(begin.AddDays(8));
        var restart = app!.Now;
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(900, done.Select(item => item.Data).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(900, done.Count);
        Assert.True(
            done.CountBy(item => item.At).Max(second => second.Value) <= (DueWorkRules.MaxOverdue / 60) + 1,
            "more than a tenth of a step in one second");
        Assert.True(done[^1].At - restart > TimeSpan.FromMinutes(1), "the second step came with the first");
    }

    [Fact]
    public async Task Work_on_time_does_not_wait_for_overdue_work()
    {
        await StartAsync();
        var begin = app!.Now;
        for (var i = 0; i < 1_500; i++) await Scheduler.ScheduleAsync("note", begin.AddMinutes(10), $"{i}");
        await app.DisposeAsync();
        await StartAsync(begin.AddDays(1));
        var at = app!.Now.AddMinutes(4);
        await Scheduler.ScheduleAsync("note", at, "on time");

        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains(("on time", at), done);
        Assert.Equal(1_501, done.Count);
    }

    [Fact]
    public async Task Item_that_fails_does_not_keep_back_the_others_of_its_message()
    {
        await StartAsync();
        var at = app!.Now.AddMinutes(30);
        failures["3"] = 2;
        for (var i = 0; i < 10; i++) await Scheduler.ScheduleAsync("note", at, $"{i}");

        await app.AdvanceAsync(TimeSpan.FromMinutes(31));

        Assert.Equal(10, done.Count);
        Assert.Equal(9, done.Count(item => item.At == at));
        Assert.True(done.Single(item => item.Data == "3").At > at);
    }

    [Fact]
    public async Task Step_without_work_takes_at_most_three_requests()
    {
        const int Steps = 120;
        var requests = new StorageRequestCounter();
        await StartAsync(configure: builder => requests.AddTo(builder.Services));
        await app!.AdvanceAsync(TimeSpan.FromMinutes(3));
        var before = CountRequests();

        await app.AdvanceAsync(TimeSpan.FromMinutes(Steps));

        Assert.InRange(CountRequests() - before, Steps, 3 * Steps);

        double CountRequests() => requests.Counts
            .Where(count => count.Key.Name.StartsWith("DueWork", StringComparison.Ordinal))
            .Sum(count => count.Value);
    }

    [Fact]
    public async Task Work_that_a_fast_clock_handed_over_waits_for_its_instant()
    {
        await StartAsync();
        var at = app!.Now.AddMinutes(90);
        var early = new DueWorkBatch([new DueWorkItem("note", at, "\"a\"")]);
        await app.Services.GetRequiredService<MessageQueue<DueWorkBatch>>().SendAsync(early);

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal([("a", at)], done);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(store) + "*"))
            File.Delete(file);
    }

    DueWorkScheduler Scheduler => app!.Services.GetRequiredService<DueWorkScheduler>();

    async Task StartAsync(DateTimeOffset? clock = null, Action<LocalApplicationBuilder>? configure = null)
    {
        var setup = new AppHostSetup
        {
            Store = store,
            Configure = configure + (builder => builder.Services.AddSingleton<IDueWorkHandler>(
                provider => new NoteHandler(this, provider.GetRequiredService<TimeProvider>()))),
        };
        app = await AppHost.StartAsync(clock is { } at ? setup with { Clock = at } : setup);
    }

    sealed class NoteHandler(DueWorkTests test, TimeProvider clock) : DueWorkHandler<string>("note")
    {
        protected override Task HandleAsync(string data, DateTimeOffset at)
        {
            if (test.failures.TryGetValue(data, out var left) && left > 0)
            {
                test.failures[data] = left - 1;
                throw new InvalidOperationException("planted");
            }

            lock (test.done) test.done.Add((data, clock.GetUtcNow()));
            return Task.CompletedTask;
        }
    }
}
