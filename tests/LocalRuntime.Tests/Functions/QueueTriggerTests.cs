using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Time;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class QueueTriggerTests : IAsyncLifetime
{
    const string HostJson = """
        {"version":"2.0","extensions":{"queues":{"maxDequeueCount":3,"visibilityTimeout":"00:00:30"}}}
        """;

    readonly Recorder recorder = new();
    RunningHost host = null!;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync(
        typeof(QueueSamples),
        HostJson,
        RunningHost.With(recorder) + RunningHost.Setting("MessageQueue", "messages"),
        "--clock",
        "2026-12-01T00:00:00Z");

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("AzureWebJobs.TakeText.Disabled", "true")]
    [InlineData("AzureWebJobs:TakeText:Disabled", "1")]
    public async Task Message_of_a_disabled_function_stays_in_the_queue(string setting, string value)
    {
        await using var disabled = await RunningHost.StartAsync(
            typeof(QueueSamples),
            HostJson,
            RunningHost.With(recorder)
                + RunningHost.Setting("MessageQueue", "messages")
                + RunningHost.Setting(setting, value),
            "--clock",
            "2026-12-01T00:00:00Z");
        var queue = disabled.Services.GetRequiredService<StorageClients>()
            .Queue(StorageClients.EmbeddedConnection, "text", QueueMessageEncoding.Base64);
        await queue.CreateIfNotExistsAsync();

        await queue.SendMessageAsync("你好");
        await disabled.AdvanceAsync("PT1M");

        Assert.Empty(recorder.Entries);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Theory]
    [InlineData("text", "你好", "text 你好")]
    [InlineData("bytes", "AB", "bytes 65 66")]
    [InlineData("binary", "raw", "TakeData raw")]
    [InlineData("json", """{"member":"Wang","AGE":30}""", "Wang is 30")]
    [InlineData("messages", "whole", "message whole 1")]
    public async Task Message_is_bound_by_parameter_type_and_processed_at_once(
        string queue, string text, string expected)
    {
        await SendAsync(queue, text);
        await AtRestAsync();
        Assert.Equal([expected], recorder.Entries);
        Assert.Equal(0, await CountAsync(queue));
    }

    [Fact]
    public async Task Each_of_many_messages_is_processed_once()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"text {i:D3}").ToList();
        await Task.WhenAll(texts.Select(text => SendAsync("text", text["text ".Length..])));
        await AtRestAsync();
        Assert.Equal(texts, recorder.Entries.Order(StringComparer.Ordinal));
        Assert.Equal(0, await CountAsync("text"));
    }

    [Fact]
    public async Task Delayed_message_is_processed_at_its_time()
    {
        await SendAsync("text", "later", TimeSpan.FromHours(3));
        await host.AdvanceAsync("PT2H59M59S");
        Assert.Empty(recorder.Entries);
        await host.AdvanceAsync("PT1S");
        Assert.Equal(["text later"], recorder.Entries);
    }

    [Fact]
    public async Task Failed_message_is_invisible_for_the_visibility_timeout()
    {
        await SendAsync("failing", "one");
        await host.AdvanceAsync("PT29S");
        Assert.Single(recorder.Entries);
        await host.AdvanceAsync("PT1S");
        Assert.Equal(["tried one", "tried one"], recorder.Entries);
    }

    [Fact]
    public async Task Message_that_keeps_failing_is_moved_unchanged_to_the_poison_queue()
    {
        await SendAsync("failing", "one");
        await host.AdvanceAsync("PT10M");
        Assert.Equal(3, recorder.Entries.Count);
        Assert.Equal(0, await CountAsync("failing"));
        Assert.Equal("one", (await Queue("failing-poison").PeekMessagesAsync()).Value.Single().Body.ToString());
    }

    [Fact]
    public async Task Message_that_is_not_the_expected_JSON_is_moved_to_the_poison_queue_after_its_attempts()
    {
        const string NotJson = "bm90IGpzb24=";
        await SendTextAsync("json", NotJson);
        await host.AdvanceAsync("PT31S");
        Assert.Equal(1, await CountAsync("json"));
        await host.AdvanceAsync("PT30S");
        Assert.Equal((0, NotJson), (await CountAsync("json"), await OnlyTextAsync("json-poison")));
        Assert.Empty(recorder.Entries);
    }

    [Fact]
    public async Task Message_that_is_not_base64_is_moved_to_the_poison_queue_at_once_and_unchanged()
    {
        await SendTextAsync("text", "not base64!");
        await AtRestAsync();
        Assert.Equal((0, "not base64!"), (await CountAsync("text"), await OnlyTextAsync("text-poison")));
        Assert.Empty(recorder.Entries);
    }

    [Fact]
    public async Task Message_that_is_not_base64_stays_in_a_poison_queue_and_reaches_no_function()
    {
        await SendTextAsync("watched-poison", "not base64!");
        await SendAsync("watched-poison", "readable");
        await host.AdvanceAsync("PT1H");
        Assert.Equal(["poison readable"], recorder.Entries);
        Assert.Equal(1, await CountAsync("watched-poison"));
    }

    [Fact]
    public async Task Queued_message_is_due()
    {
        await SendAsync("text", "later", TimeSpan.FromHours(3));
        Assert.Contains(
            """{"kind":"queue","name":"text","at":"2026-12-01T03:00:00+00:00",""",
            await host.KeyClient.GetStringAsync("/local/due"),
            StringComparison.Ordinal);
    }

    QueueClient Queue(string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        host.Services.GetRequiredService<StorageClients>().Queue(StorageClients.EmbeddedConnection, name, encoding);

    async Task SendAsync(string queue, string text, TimeSpan? delay = null)
    {
        using var lease = host.Services.GetRequiredService<WorkGauge>().Enter();
        var client = Queue(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(text, delay);
    }

    async Task SendTextAsync(string queue, string text)
    {
        using var lease = host.Services.GetRequiredService<WorkGauge>().Enter();
        var raw = Queue(queue, QueueMessageEncoding.None);
        await raw.CreateIfNotExistsAsync();
        await raw.SendMessageAsync(text);
    }

    async Task<string> OnlyTextAsync(string queue) =>
        (await Queue(queue, QueueMessageEncoding.None).PeekMessagesAsync(2)).Value.Single().MessageText;

    Task<DateTimeOffset> AtRestAsync() => host.AdvanceAsync("PT0S");

    async Task<int> CountAsync(string queue) =>
        (await Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
