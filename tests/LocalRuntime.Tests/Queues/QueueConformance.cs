using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Tests.Queues;

/// <summary>The behaviour of queues on every transport. Each test has its own queue.</summary>
public abstract partial class QueueConformance : IAsyncLifetime
{
    protected QueueClient Queue { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Queue = await ConnectAsync($"q{Guid.NewGuid():N}", QueueMessageEncoding.None);
        await Queue.CreateIfNotExistsAsync(cancellationToken: Token);
    }

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A client of a queue, whose options <paramref name="configure"/> may change.</summary>
    protected abstract Task<QueueClient> ConnectAsync(
        string queue, QueueMessageEncoding encoding, Action<QueueClientOptions>? configure = null);

    protected async Task<QueueMessage> ReceiveOneAsync(TimeSpan? visibilityTimeout = null) =>
        Assert.Single((await Queue.ReceiveMessagesAsync(1, visibilityTimeout, Token)).Value);

    protected static async Task RefusedAsync(int status, string code, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal((status, code), (refusal.Status, refusal.ErrorCode));
    }

    protected static async Task RefusedAsync(int status, Func<Task> call) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(call)).Status);
}
