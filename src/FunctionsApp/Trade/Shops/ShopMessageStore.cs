using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// The messages of shops until they are handled. A body that is too large for the queue is stored in rows, written
/// before the message with their key and deleted when the message is handled; rows that a crash leaves are deleted
/// after <see cref="Retention"/>.
/// </summary>
public sealed class ShopMessageStore(
    ShopBodiesTable table, MessageQueue<ShopMessage> shopEvents, IdSource ids, TimeProvider clock)
{
    /// <summary>
    /// The largest body, in bytes, that is stored in the queue message: in base64 and with its envelope the message
    /// stays below the queue's 48 KiB.
    /// </summary>
    public const int MaxInMessage = 34 * 1024;

    /// <summary>
    /// How long the rows of a body are kept; longer than a message may wait, become poisoned and be retried.
    /// </summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    const int PartBytes = 22 * 1024; // in base64 as UTF-16 59 KiB, below the limit of 64 KiB for a property
    const int Buckets = 16;
    const int PartsPerPage = 100;
    const int DaysToDelete = 7;

    /// <summary>Stores the message; completes when it is stored.</summary>
    public async Task StoreAsync(Shop shop, ShopCheck.Genuine genuine, ReadOnlyMemory<byte> body)
    {
        var now = clock.GetUtcNow();
        var message = new ShopMessage(shop.Name, genuine.Id, genuine.Topic, now, Body: null, BodyKey: null);
        if (body.Length <= MaxInMessage)
        {
            await shopEvents.SendAsync(message with { Body = body });
            return;
        }

        var key = $"{PartitionOf(now, ids.NewBytes(1)[0] & (Buckets - 1))}/{ids.NewId()}";
        var (partition, prefix) = Split(key);
        await table.CommitAsync(PartsOf(body, partition, prefix));
        await shopEvents.SendAsync(message with { BodyKey = key });
    }

    static List<TableTransactionAction> PartsOf(ReadOnlyMemory<byte> body, string partition, string prefix)
    {
        List<TableTransactionAction> parts = [];
        for (var start = 0; start < body.Length; start += PartBytes)
        {
            var part = body.Slice(start, Math.Min(PartBytes, body.Length - start));
            parts.Add(Row.Add(partition, $"{prefix}{parts.Count:d2}", part.ToArray()));
        }

        return parts;
    }

    /// <summary>The body of the message; null when its rows are deleted because the message was handled.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindBodyAsync(ShopMessage message)
    {
        if (message.BodyKey is not { } key) return message.Body;
        var (partition, prefix) = Split(key);
        var parts = await table.AllAsync<byte[]>(partition, prefix);
        return parts.Count == 0 ? null : parts.SelectMany(part => part.Value).ToArray();
    }

    /// <summary>Deletes the rows of the body after the message was handled.</summary>
    public async Task DiscardAsync(ShopMessage message)
    {
        if (message.BodyKey is not { } key) return;
        var (partition, prefix) = Split(key);
        await table.DeleteAsync(partition, await table.AllAsync<byte[]>(partition, prefix));
    }

    /// <summary>
    /// Deletes the rows that passed <see cref="Retention"/> in the last seven days; it is called every day.
    /// </summary>
    public async Task DeleteExpiredAsync()
    {
        for (var day = 0; day < DaysToDelete; day++)
        {
            var expired = clock.GetUtcNow() - Retention - TimeSpan.FromDays(day);
            for (var bucket = 0; bucket < Buckets; bucket++) await DeletePartitionAsync(PartitionOf(expired, bucket));
        }
    }

    async Task DeletePartitionAsync(string partition)
    {
        while (await FirstPartsAsync(partition) is { Count: > 0 } parts) await table.DeleteAsync(partition, parts);
    }

    async Task<IReadOnlyList<Stored<byte[]>>> FirstPartsAsync(string partition) =>
        (await table.PageAsync<byte[]>(partition, "body-", PartsPerPage, continuation: null)).Items;

    static string PartitionOf(DateTimeOffset at, int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd}-{bucket:x}");

    static (string Partition, string Prefix) Split(string key) => key.Split('/') is [var partition, var id]
        ? (partition, $"body-{id}-")
        : throw new JsonException($"{key} is not the key of a body.");
}
