using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Store;

namespace TestSupport.Crashes;

/// <summary>
/// What a store holds that the app does not show: messages that wait to be taken (those that a killed process took are hidden by its leases for ten
/// minutes, as the real host's are, and change nothing when they come again), messages given up, and effects that the simulated channel was asked
/// for more than once.
/// </summary>
public sealed record StoreResidue(int Queued, int Poisoned, int SentTwice)
{
    const int MaxSeen = 32;

    static readonly string[] QueueNames = ["channel-events", "clicks", "completed-tasks", "imported-orders", "outbox", "scans", "shop-events"];

    /// <summary>Reads the store at this path, which no app has open.</summary>
    public static async Task<StoreResidue> ReadAsync(string store)
    {
        var connection = $"UseEmbeddedStorage=true;Path={store}";
        try
        {
            var (queued, poisoned) = (0, 0);
            foreach (var name in QueueNames)
            {
                queued += await CountVisibleAsync(connection, name);
                poisoned += await CountAsync(connection, $"{name}-poison");
            }

            return new StoreResidue(queued, poisoned, await SentTwiceAsync(new TableServiceClient(connection).GetTableClient("SimulatedChannel")));
        }
        finally
        {
            await EmbeddedStores.CloseAsync(store);
        }
    }

    // As far as one look reaches, which is thirty-two.
    static async Task<int> CountVisibleAsync(string connection, string name) =>
        (await (await QueueAsync(connection, name)).PeekMessagesAsync(MaxSeen)).Value.Length;

    static async Task<int> CountAsync(string connection, string name) =>
        (await (await QueueAsync(connection, name)).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    static async Task<QueueClient> QueueAsync(string connection, string name)
    {
        var queue = new QueueServiceClient(connection, new QueueClientOptions()).GetQueueClient(name);
        await queue.CreateIfNotExistsAsync(); // a queue that was never needed holds nothing
        return queue;
    }

    static async Task<int> SentTwiceAsync(TableClient channel)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var twice = 0;
        await foreach (var row in channel.QueryAsync<TableEntity>())
        {
            using var call = JsonDocument.Parse(row.GetString("Document")!);
            if (!keys.Add(call.RootElement.GetProperty("call").GetProperty("key").GetString()!)) twice++;
        }

        return twice;
    }
}
