using Azure.Storage.Queues;
using LocalRuntime.Store;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Functions;

public sealed class StopSamples(Recorder recorder)
{
    [Function("Endless")]
    public async Task EndlessAsync([QueueTrigger("endless")] string text, CancellationToken cancellation)
    {
        recorder.Add(text);
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}

/// <summary>What runs when the host stops is told so, and given back when it gives up.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_message_whose_function_gives_up_can_be_taken_by_anybody_at_once()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("local.db");
        var recorder = new Recorder();
        await using (await RunningHost.StartAsync(typeof(StopSamples), configure: RunningHost.With(recorder), args: ["--data", store]))
        {
            await SendAsync(store, "unfinished");
            Assert.Equal("unfinished", await recorder.NextAsync());
        }

        var again = (await Queue(store).ReceiveMessagesAsync()).Value;
        await EmbeddedStores.CloseAsync(store);
        Assert.Equal(("unfinished", 2), (again.Single().Body.ToString(), again.Single().DequeueCount));
    }

    static async Task SendAsync(string store, string text)
    {
        await Queue(store).CreateIfNotExistsAsync();
        await Queue(store).SendMessageAsync(text);
    }

    static QueueClient Queue(string store) =>
        new($"UseEmbeddedStorage=true;Path={store}", "endless", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
