using System.Globalization;
using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Functions;

public sealed class LatencySamples(Recorder recorder, TimeProvider clock)
{
    [Function("Note")]
    public void Note([QueueTrigger("late")] string text) => Add(text);

    [Function(nameof(WaitAsync))]
    public static async Task WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context, DateTime fireAt)
    {
        await context.CreateTimer(fireAt, CancellationToken.None);
        await context.CallActivityAsync(nameof(NoteActivity), "timer");
        await context.CallActivityAsync(nameof(NoteActivity), await context.WaitForExternalEvent<string>("Event"));
    }

    [Function(nameof(NoteActivity))]
    public void NoteActivity([ActivityTrigger] string text) => Add(text);

    void Add(string text) =>
        recorder.Add($"{text} {clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}");
}

/// <summary>Steps in virtual time, as late as polling makes them and at their instants.</summary>
public sealed class HostLatencyTests
{
    const string HostJson = """
        {"version":"2.0","extensions":{
          "queues":{"maxPollingInterval":"00:00:02"},
          "durableTask":{"storageProvider":{"maxQueuePollingInterval":"00:00:01"}}}}
        """;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(7);

    readonly Recorder recorder = new();

    [Fact]
    public async Task Message_to_an_idle_queue_is_taken_at_a_poll_of_the_host()
    {
        await using var host = await StartAsync("--host-latency");
        Assert.InRange(await MessageLatenessAsync(host), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Durable_timer_fires_at_a_poll_of_the_host_and_what_the_host_sends_itself_is_on_time()
    {
        await using var host = await StartAsync("--host-latency");
        var (timer, sent) = await OrchestrationLatenessAsync(host);
        Assert.InRange(timer, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, sent);
    }

    [Fact]
    public async Task Steps_are_at_their_instants_without_the_option()
    {
        await using var host = await StartAsync();
        Assert.Equal(TimeSpan.Zero, await MessageLatenessAsync(host));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), await OrchestrationLatenessAsync(host));
    }

    Task<RunningHost> StartAsync(params string[] options) => RunningHost.StartAsync(
        typeof(LatencySamples), HostJson, RunningHost.With(recorder), [.. options, "--clock", $"{Start:O}"]);

    async Task<TimeSpan> MessageLatenessAsync(RunningHost host)
    {
        var sentAt = await host.AdvanceAsync("PT7M");
        using (host.Services.GetRequiredService<WorkGauge>().Enter())
        {
            var queue = host.Services.GetRequiredService<StorageClients>()
                .Queue(StorageClients.EmbeddedConnection, "late", QueueMessageEncoding.Base64);
            await queue.CreateIfNotExistsAsync();
            await queue.SendMessageAsync("message");
        }

        await host.AdvanceAsync("PT10S");
        return await NextAsync("message") - sentAt;
    }

    async Task<(TimeSpan Timer, TimeSpan Event)> OrchestrationLatenessAsync(RunningHost host)
    {
        var client = host.Services.GetRequiredService<DurableTaskClient>();
        var fireAt = await host.AdvanceAsync("PT0S") + Idle;
        using (host.Services.GetRequiredService<WorkGauge>().Enter())
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(LatencySamples.WaitAsync), fireAt.UtcDateTime, new StartOrchestrationOptions("waiting"));
        }

        var raisedAt = await host.AdvanceAsync("PT20M");
        var timer = await NextAsync("timer") - fireAt;
        using (host.Services.GetRequiredService<WorkGauge>().Enter())
            await client.RaiseEventAsync("waiting", "Event", "event");
        await host.AdvanceAsync("PT10S");
        return (timer, await NextAsync("event") - raisedAt);
    }

    async Task<DateTimeOffset> NextAsync(string subject)
    {
        var entry = await recorder.NextAsync();
        Assert.StartsWith($"{subject} ", entry, StringComparison.Ordinal);
        return DateTimeOffset.Parse(entry[(subject.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
