using LocalRuntime.Hosting;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class TimerTriggerTests
{
    readonly Recorder recorder = new();

    [Fact]
    public async Task Each_slot_runs_once_at_its_instant()
    {
        await using var host = await StartAsync(typeof(TimerSamples), "2026-12-01T00:30:00Z");
        await host.AdvanceAsync("PT3H");
        Assert.Equal(
            ["01 01:00:00, next 02:00", "01 02:00:00, next 03:00", "01 03:00:00, next 04:00"], recorder.Entries);
    }

    [Theory]
    [InlineData("UTC", "01 09:00")]
    [InlineData("Asia/Shanghai", "01 01:00")]
    public async Task Schedule_from_a_setting_is_read_in_the_sites_time_zone(string zone, string expected)
    {
        await using var host = await StartAsync(
            typeof(NineOClock),
            "2026-12-01T00:00:00Z",
            RunningHost.Setting("NineSchedule", "0 0 9 * * *") + RunningHost.Setting("WEBSITE_TIME_ZONE", zone));
        await host.AdvanceAsync("PT24H");
        Assert.Equal([expected], recorder.Entries);
    }

    [Fact]
    public async Task Function_with_RunOnStartup_runs_before_its_first_slot()
    {
        await using var host = await StartAsync(typeof(StartupSamples), "2026-06-01T00:00:00Z");
        await host.AdvanceAsync("PT0S");
        Assert.Equal(["past due False"], recorder.Entries);
    }

    [Fact]
    public async Task Slot_that_failed_is_not_run_again()
    {
        await using var host = await StartAsync(typeof(FailingTimer), "2026-12-01T00:30:00Z");
        await host.AdvanceAsync("PT2H");
        Assert.Equal(["tried", "tried"], recorder.Entries);
    }

    [Fact]
    public async Task Slots_missed_while_the_host_was_down_run_once_and_past_due()
    {
        using var folder = new TemporaryFolder();
        string[] args = ["--data", folder.File("local.db")];
        await using (var first = await StartAsync(typeof(TimerSamples), "2026-12-01T00:30:00Z", args: args))
            await first.AdvanceAsync("PT30M");
        await using var second = await StartAsync(typeof(TimerSamples), "2026-12-01T05:30:00Z", args: args);
        await second.AdvanceAsync("PT30M");
        Assert.Equal(
            ["01 01:00:00, next 02:00", "01 05:30:00 past due, next 06:00", "01 06:00:00, next 07:00"],
            recorder.Entries);
    }

    [Fact]
    public async Task Slots_missed_by_a_timer_without_a_monitor_are_not_made_up_for()
    {
        using var folder = new TemporaryFolder();
        string[] args = ["--data", folder.File("local.db")];
        await using (var first = await StartAsync(typeof(UnmonitoredTimer), "2026-12-01T00:30:00Z", args: args))
            await first.AdvanceAsync("PT30M");
        await using var second = await StartAsync(typeof(UnmonitoredTimer), "2026-12-01T05:30:00Z", args: args);
        await second.AdvanceAsync("PT30M");
        Assert.Equal(["01 01:00, status none", "01 06:00, status none"], recorder.Entries);
    }

    [Fact]
    public async Task Restart_before_the_next_slot_runs_nothing()
    {
        using var folder = new TemporaryFolder();
        string[] args = ["--data", folder.File("local.db")];
        await using (var first = await StartAsync(typeof(TimerSamples), "2026-12-01T00:30:00Z", args: args))
            await first.AdvanceAsync("PT30M");
        await using var second = await StartAsync(typeof(TimerSamples), "2026-12-01T01:45:00Z", args: args);
        await second.AdvanceAsync("PT0S");
        Assert.Equal(["01 01:00:00, next 02:00"], recorder.Entries);
    }

    [Fact]
    public async Task Next_slot_is_due()
    {
        await using var host = await StartAsync(typeof(TimerSamples), "2026-12-01T00:30:00Z");
        await host.AdvanceAsync("PT0S");
        Assert.Equal(
            """
            {"now":"2026-12-01T00:30:00+00:00","due":[{"kind":"timer","name":"Hourly",
            "at":"2026-12-01T01:00:00+00:00","why":"its schedule is 0 0 * * * *"}]}
            """.ReplaceLineEndings(""),
            await host.KeyClient.GetStringAsync("/local/due"));
    }

    [Theory]
    [InlineData("every nine")]
    [InlineData("0 0 0 30 2 *")]
    public void Invalid_schedule_or_one_without_slots_is_refused(string schedule) => Assert.Contains(
        schedule,
        Assert.Throws<RefusedException>(() => RunningHost.Build(
            [typeof(NineOClock)],
            configure: RunningHost.With(recorder) + RunningHost.Setting("NineSchedule", schedule))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Schedule_in_a_missing_setting_is_refused_by_name() => Assert.Contains(
        "NineSchedule",
        Assert.Throws<RefusedException>(
            () => RunningHost.Build([typeof(NineOClock)], configure: RunningHost.With(recorder))).Message,
        StringComparison.Ordinal);

    Task<RunningHost> StartAsync(
        Type functions, string clock, Action<LocalApplicationBuilder>? configure = null, params string[] args) =>
        RunningHost.StartAsync(
            functions, configure: RunningHost.With(recorder) + configure, args: ["--clock", clock, .. args]);
}
