using Azure.Storage.Queues;
using LocalRuntime.Storage;
using TestSupport;

namespace LocalRuntime.Tests.Queues;

/// <summary>Queues over HTTP, at the emulator.</summary>
public sealed class AzuriteQueueTests(AzuriteFixture azurite) : QueueConformance
{
    [Fact]
    public async Task Queue_over_HTTP_has_no_schedule() =>
        Assert.Null(new StorageClients(open: null).Schedule(await azurite.ConnectionStringAsync()));

    protected override async Task<QueueClient> ConnectAsync(
        string queue, QueueMessageEncoding encoding, Action<QueueClientOptions>? configure = null)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var options = new QueueClientOptions { MessageEncoding = encoding };
        configure?.Invoke(options);
        return new QueueClient(await azurite.ConnectionStringAsync(), queue, options);
    }
}
