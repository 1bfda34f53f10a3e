using LocalRuntime.Functions;
using LocalRuntime.Functions.Invocation;
using LocalRuntime.Functions.Timers;
using LocalRuntime.Hosting;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Tests.Functions;

/// <summary>Two hosts that wake for the same slot of a timer, on one store.</summary>
public sealed class SharedTimerTests : IAsyncDisposable
{
    const string Hourly = "0 0 * * * *";

    static readonly Schedule HourlySlots = Schedule.TryParse(Hourly, TimeZoneInfo.Utc)!;

    readonly TemporaryFolder folder = new();
    readonly WorkGauge gauge = new();
    readonly VirtualTimeProvider clock;
    readonly EmbeddedStore store;
    readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    readonly Recorder recorder = new();
    Action onRun = () => { };

    public SharedTimerTests()
    {
        clock = new VirtualTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.Zero), gauge);
        store = new EmbeddedStore(folder.File("local.db"));
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await services.DisposeAsync();
        clock.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_slot_is_run_by_one_host()
    {
        using var first = new HostPresence(folder.File("local.db"));
        using var second = new HostPresence(folder.File("local.db"));
        await using var one = Listener(first);
        await using var two = Listener(second);
        await one.StartAsync();
        await two.StartAsync();
        await clock.AdvanceToAsync(clock.GetUtcNow().AddDays(4), TestContext.Current.CancellationToken);
        Assert.Equal(
            Enumerable.Range(1, 96).Select(hour => $"{new DateTime(2026, 12, 1).AddHours(hour):dd HH:mm:ss}"),
            recorder.Entries);
    }

    [Fact]
    public async Task Each_slot_of_a_timer_without_a_monitor_is_run_by_one_host()
    {
        using var first = new HostPresence(folder.File("local.db"));
        using var second = new HostPresence(folder.File("local.db"));
        Assert.True(
            SpinWait.SpinUntil(() => first.IsShared, TimeSpan.FromSeconds(10)), "the first host knows no other");
        await using var one = UnmonitoredListener(first);
        await using var two = UnmonitoredListener(second);
        await one.StartAsync();
        await two.StartAsync();
        await AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Equal(
            Enumerable.Range(1, 96).Select(hour => $"{new DateTime(2026, 12, 1).AddHours(hour):dd HH:mm:ss}"),
            recorder.Entries);
    }

    [Fact]
    public async Task Slot_of_a_dead_host_is_run_again_by_the_other()
    {
        var dead = new HostPresence(folder.File("local.db"));
        using var living = new HostPresence(folder.File("local.db"));
        var states = new TimerStateStore(store);
        await states.CreateTableAsync();
        var slot = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await states.SaveAsync("Hourly", new TimerState(Hourly, slot, slot.AddHours(1), slot, dead.Id));
        await using var other = Listener(living);
        await other.StartAsync();
        await clock.AdvanceToAsync(clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Empty(recorder.Entries);

        dead.Dispose();
        other.OnHostsChanged();
        await clock.AdvanceToAsync(clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Equal(["01 00:30:00"], recorder.Entries);
    }

    [Fact]
    public async Task Lock_that_is_held_over_a_slot_delays_it()
    {
        using var host = new HostPresence(folder.File("local.db"));
        await using var listener = Listener(host);
        await listener.StartAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(29));
        store.Committing = _ => throw Locked();
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(recorder.Entries);
        Assert.Contains("timer Hourly fails", listener.Standstill, StringComparison.Ordinal);

        store.Committing = null;
        await AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["01 01:04:05", "01 02:00:00", "01 03:00:00"], recorder.Entries);
        Assert.Null(listener.Standstill);
    }

    [Fact]
    public async Task Slot_whose_end_cannot_be_stored_is_not_run_again_and_the_next_ones_run()
    {
        using var host = new HostPresence(folder.File("local.db"));
        await using var listener = Listener(host);
        await listener.StartAsync();
        onRun = () => store.Committing = _ => throw Locked();
        await AdvanceAsync(TimeSpan.FromMinutes(35));
        (onRun, store.Committing) = (() => { }, null);
        await AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(["01 01:00:00", "01 02:00:00", "01 03:00:00"], recorder.Entries);
    }

    [Fact]
    public async Task Claim_that_was_stored_and_reported_as_failed_is_run()
    {
        using var host = new HostPresence(folder.File("local.db"));
        var states = new TimerStateStore(store);
        await states.CreateTableAsync();
        var slot = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        await states.SaveAsync("Hourly", new TimerState(Hourly, slot, slot.AddHours(1), slot, host.Id));
        await using var listener = Listener(host);
        await listener.StartAsync();
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["01 00:30:00", "01 01:00:00"], recorder.Entries);
    }

    static SqliteException Locked() => new("database is locked", 5);

    Task AdvanceAsync(TimeSpan by) =>
        clock.AdvanceToAsync(clock.GetUtcNow() + by, TestContext.Current.CancellationToken);

    TimerListener Listener(HostPresence host) => new(
        Runner(), Hourly, HourlySlots, new TimerStateStore(store), host, clock, gauge, NullLogger.Instance);

    UnmonitoredTimerListener UnmonitoredListener(HostPresence host) => new(
        Runner(), Hourly, HourlySlots, new TimerStateStore(store), host, clock, gauge, NullLogger.Instance);

    FunctionRunner Runner()
    {
        var source = new FunctionSource(typeof(TimerSamples).Assembly) { Types = [typeof(TimerSamples)] };
        var function = FunctionDiscovery.Find(source).Single();
        ValueTask<object?> Run(LocalFunctionContext invocation, object? trigger)
        {
            recorder.Add($"{clock.GetUtcNow():dd HH:mm:ss}");
            onRun();
            return default;
        }

        return new FunctionRunner(function, Run, services, new InvocationLog(NullLogger.Instance));
    }
}
