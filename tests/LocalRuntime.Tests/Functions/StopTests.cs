using Azure.Storage.Queues;
using LocalRuntime.Storage;
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

public sealed class StopTests
{
    [Fact]
    public async Task Message_of_a_function_that_is_canceled_is_visible_at_once()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("local.db");
        var recorder = new Recorder();
        await using (await RunningHost.StartAsync(
            typeof(StopSamples), configure: RunningHost.With(recorder), args: ["--data", store]))
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

    static QueueClient Queue(string store) => StorageClients.Open(store)
        .Queue(StorageClients.EmbeddedConnection, "endless", QueueMessageEncoding.Base64);
}
