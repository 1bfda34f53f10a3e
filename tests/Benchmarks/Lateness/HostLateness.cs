using System.Globalization;
using Azure.Storage.Queues;
using Benchmarks.Figures;
using LocalRuntime;
using LocalRuntime.Hosting;
using LocalRuntime.Storage;
using LocalRuntime.Time;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Lateness;

/// <summary>
/// The lateness of each step with <c>--host-latency</c> and the settings of host.json, in virtual time: what the
/// polling of the Functions host costs an idle app, without the time that storage and code take.
/// </summary>
static class HostLateness
{
    const int Count = 300;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var log = new LatenessLog();
        using var host = Build(log);
        await host.StartAsync();
        var random = new Random(1);
        for (var i = 0; i < Count; i++) await RunOnceAsync(host, MaxPause * random.NextDouble());
        await host.StopAsync();

        var settings = host.Services.GetRequiredService<HostSetup>().HostJson;
        var (queues, durable) = (settings.Queues.MaxPollingInterval, settings.Durable.MaxQueuePollingInterval);
        return
        [
            Report("queue message", log, queues),
            Report("durable timer", log, durable),
            Report("activity", log, durable),
            Report("event", log, durable),
        ];
    }

    static IHost Build(LatenessLog log)
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--data", ":memory:", "--host-latency", "--clock", $"{Start:O}",
        ];
        var builder = LocalApplication.CreateBuilder(args, typeof(LatenessFunctions).Assembly);
        builder.Services.AddSingleton(log);
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    // The message is sent and the event raised at rest, and the timer is due at rest.
    static async Task RunOnceAsync(IHost host, TimeSpan pause)
    {
        var clock = (VirtualTimeProvider)host.Services.GetRequiredService<TimeProvider>();
        var gauge = host.Services.GetRequiredService<WorkGauge>();
        var client = host.Services.GetRequiredService<DurableTaskClient>();
        await clock.AdvanceToAsync(clock.GetUtcNow() + pause);
        string instance;
        using (gauge.Enter())
        {
            await SendAsync(host, clock.GetUtcNow().UtcDateTime);
            var fireAt = clock.GetUtcNow().UtcDateTime + Settled + pause;
            instance = await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(LatenessFunctions.StepsAsync), fireAt);
        }

        await clock.AdvanceToAsync(clock.GetUtcNow() + pause + (2 * Settled));
        using (gauge.Enter())
            await client.RaiseEventAsync(instance, LatenessFunctions.Event, clock.GetUtcNow().UtcDateTime);
        await clock.AdvanceToAsync(clock.GetUtcNow() + Settled);
    }

    static async Task SendAsync(IHost host, DateTime sentAt)
    {
        var queue = host.Services.GetRequiredService<StorageClients>().Queue(
            StorageClients.EmbeddedConnection, LatenessFunctions.Queue, QueueMessageEncoding.Base64);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(sentAt.ToString("O", CultureInfo.InvariantCulture));
    }

    static Figure Report(string step, LatenessLog log, TimeSpan longest)
    {
        var late = log.Seconds(step);
        return new Figure(
            $"Seconds late with --host-latency, worst of {Count}: {step}",
            late[^1].ToString("0.00", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"<= {longest.TotalSeconds:0.##}"),
            late.Count == Count && late[^1] <= longest.TotalSeconds,
            string.Create(
                CultureInfo.InvariantCulture,
                $"median {late[Count / 2]:0.00} s, 99 of 100 within {late[Count * 99 / 100]:0.00} s; "
                + $"host.json polls every {longest.TotalSeconds:0.##} s at rest"));
    }
}
