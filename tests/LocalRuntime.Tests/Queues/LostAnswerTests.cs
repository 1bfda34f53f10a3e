using Azure.Core;
using Azure.Storage.Queues;
using TestSupport;

namespace LocalRuntime.Tests.Queues;

/// <summary>What becomes of a message whose answer was lost.</summary>
public sealed class LostAnswerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_is_sent_again_and_arrives_twice()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var options = new QueueClientOptions { Transport = new AnswerLosingTransport(RequestMethod.Post) };
        options.Retry.Delay = TimeSpan.Zero;
        var queue = new QueueClient(await azurite.ConnectionStringAsync(), $"q{Guid.NewGuid():N}", options);
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync("a", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, (await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount);
    }
}
