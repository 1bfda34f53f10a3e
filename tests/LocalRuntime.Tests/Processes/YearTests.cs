using System.Diagnostics;
using LocalRuntime.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SampleApp;

namespace LocalRuntime.Tests.Processes;

/// <summary>A year of a whole app, through the host that its program would start, in virtual time.</summary>
public sealed class YearTests(ITestOutputHelper output)
{
    const int Sleepers = 1_000;
    const string Start = "2026-01-01T00:00:00Z";

    [Fact]
    public async Task Year_of_daily_timers_and_sleeping_orchestrations_misses_nothing()
    {
        using var host = Sample.Build(
            ["--urls", "http://127.0.0.1:0", "--data", ":memory:", "--clock", Start, "--no-demo"]);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var (clock, client) = (
            (VirtualTimeProvider)host.Services.GetRequiredService<TimeProvider>(),
            host.Services.GetRequiredService<DurableTaskClient>());
        await Task.WhenAll(Enumerable.Range(0, Sleepers).Select(minute =>
            client.ScheduleNewOrchestrationInstanceAsync(
                nameof(SampleApp.Sleepers.Sleep), minute, cancellation: TestContext.Current.CancellationToken)));

        var watch = Stopwatch.StartNew();
        await clock.AdvanceToAsync(clock.GetUtcNow().AddDays(365), TestContext.Current.CancellationToken);
        output.WriteLine($"a year in {watch.Elapsed.TotalSeconds:0.0} s");

        var journal = host.Services.GetRequiredService<Journal>();
        var days = Enumerable.Range(1, 365).Select(day => new DateTime(2025, 12, 31).AddDays(day)).ToList();
        Assert.Equal(days.Select(day => $"{day:yyyy-MM-dd} 09:00"), await journal.ReadAsync("morning"));
        Assert.Equal(days.Select(day => $"{day:yyyy-MM-dd} 23:30"), await journal.ReadAsync("night"));
        var slept = 0;
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)))
        {
            var begun = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(instance.ReadInputAs<int>());
            Assert.Equal(
                Enumerable.Range(1, 12).Select(month => begun.AddDays(30 * month)),
                instance.ReadOutputAs<List<DateTime>>());
            slept++;
        }

        Assert.Equal(Sleepers, slept);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
