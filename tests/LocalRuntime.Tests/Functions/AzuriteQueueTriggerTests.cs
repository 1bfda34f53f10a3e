using Azure.Storage.Queues;
using TestSupport;

namespace LocalRuntime.Tests.Functions;

/// <summary>Queue triggers on a storage service, which has to be polled.</summary>
public sealed class AzuriteQueueTriggerTests(AzuriteFixture azurite)
{
    const string HostJson = """{"version":"2.0","extensions":{"queues":{"maxPollingInterval":"00:00:00.1"}}}""";

    [Fact]
    public async Task Messages_at_a_storage_service_are_processed_once_and_deleted()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var connection = await azurite.ConnectionStringAsync();
        var (name, recorder) = ($"q-{Guid.NewGuid():N}", new Recorder());
        var queue = new QueueClient(
            connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await using (await RunningHost.StartAsync(
            typeof(QueueSamples),
            HostJson,
            RunningHost.With(recorder) + RunningHost.Setting("MessageQueue", name),
            "--storage",
            connection))
        {
            await queue.CreateIfNotExistsAsync();
            string[] expected = [.. Enumerable.Range(0, 40).Select(n => $"message {n:00} 1")];
            for (var n = 0; n < expected.Length; n++) await queue.SendMessageAsync($"{n:00}");
            var taken = new List<string>();
            while (taken.Count < expected.Length) taken.Add(await recorder.NextAsync());
            Assert.Equal(expected, taken.Order(StringComparer.Ordinal));
        }

        Assert.Equal(0, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }
}
