using Azure.Storage.Queues;
using LocalRuntime.Queues;
using TestSupport;

namespace LocalRuntime.Tests.Queues;

/// <summary>Queues over HTTP, at the emulator.</summary>
public sealed class AzuriteQueueTests(AzuriteFixture azurite) : QueueConformance
{
    [Fact]
    public async Task A_queue_over_HTTP_has_to_be_polled() => Assert.Null(QueueSchedules.Find(await azurite.ConnectionStringAsync()));

    protected override async Task<QueueClient> ConnectAsync(string queue, QueueMessageEncoding encoding)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        return new QueueClient(await azurite.ConnectionStringAsync(), queue, new QueueClientOptions { MessageEncoding = encoding });
    }
}
