using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Storage;
using LocalRuntime.Store;

namespace TestSupport.Crashes;

/// <summary>
/// Content of the store that the API of the app does not show: visible queue messages, messages in poison queues, and
/// effects for which the simulated channel was called more than once. Messages that a killed process received stay
/// hidden by their leases.
/// </summary>
public sealed record StoreResidue(int Queued, int Poisoned, int SentTwice)
{
    const int MaxPeeked = 32;

    static readonly string[] QueueNames =
    [
        "channel-events",
        "clicks",
        "completed-tasks",
        "imported-orders",
        "outbox",
        "scans",
        "shop-events",
    ];

    /// <summary>Reads the store at this path, which no app has open.</summary>
    public static async Task<StoreResidue> ReadAsync(string store)
    {
        var clients = StorageClients.Open(store);
        try
        {
            var (queued, poisoned) = (0, 0);
            foreach (var name in QueueNames)
            {
                queued += await CountVisibleAsync(clients, name);
                poisoned += await CountAsync(clients, $"{name}-poison");
            }

            return new StoreResidue(
                queued,
                poisoned,
                await SentTwiceAsync(clients.Tables().GetTableClient("SimulatedChannel")));
        }
        finally
        {
            await EmbeddedStores.CloseAsync(store);
        }
    }

    // A peek returns at most 32 messages.
    static async Task<int> CountVisibleAsync(StorageClients clients, string name) =>
        (await (await QueueAsync(clients, name)).PeekMessagesAsync(MaxPeeked)).Value.Length;

    static async Task<int> CountAsync(StorageClients clients, string name) =>
        (await (await QueueAsync(clients, name)).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    static async Task<QueueClient> QueueAsync(StorageClients clients, string name)
    {
        var queue = clients.Queue(StorageClients.EmbeddedConnection, name);
        await queue.CreateIfNotExistsAsync(); // a queue that does not exist is empty
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
