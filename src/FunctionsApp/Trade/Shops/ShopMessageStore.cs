using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// Where messages of shops wait. A body that a queue would not take is kept in rows, written before the message that carries their key and deleted
/// once it is consumed; what a crash leaves behind goes after <see cref="Retention"/>.
/// </summary>
public sealed class ShopMessageStore(ShopBodiesTable table, MessageQueue<ShopMessage> shopEvents, IdSource ids, TimeProvider clock)
{
    /// <summary>The largest body that goes into the message itself: in base64, with what goes around it, the message stays below the queue's 48 KiB.</summary>
    public const int MaxInMessage = 34 * 1024;

    /// <summary>How long rows of a body are kept that nothing consumed; longer than a message may wait, be given up and be tried again.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    const int PartBytes = 22 * 1024; // in base64, which is stored as UTF-16, 59 KiB of the 64 that a property of a row takes
    const int Buckets = 16;
    const int DeletesAtOnce = 100;
    const int DaysSwept = 7;

    /// <summary>Completes when the message is stored.</summary>
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
        List<TableTransactionAction> parts = [];
        for (var at = 0; at < body.Length; at += PartBytes)
            parts.Add(Row.Add(partition, $"{prefix}{parts.Count:d2}", body.Slice(at, Math.Min(PartBytes, body.Length - at)).ToArray()));
        await table.CommitAsync(parts);
        await shopEvents.SendAsync(message with { BodyKey = key });
    }

    /// <summary>The message's body; null when its rows are gone, because it was consumed before.</summary>
    public async Task<ReadOnlyMemory<byte>?> BodyAsync(ShopMessage message)
    {
        if (message.BodyKey is not { } key) return message.Body;
        var (partition, prefix) = Split(key);
        var parts = await table.AllAsync<byte[]>(partition, prefix);
        return parts.Count == 0 ? null : parts.SelectMany(part => part.Value).ToArray();
    }

    /// <summary>Lets go of the body once what it says is stored.</summary>
    public async Task DiscardAsync(ShopMessage message)
    {
        if (message.BodyKey is not { } key) return;
        var (partition, prefix) = Split(key);
        var parts = await table.AllAsync<byte[]>(partition, prefix);
        if (parts.Count > 0) await table.CommitAsync([.. parts.Select(part => Row.Delete(partition, part.RowKey, part.ETag))]);
    }

    /// <summary>Every night: lets go of what was left behind.</summary>
    [Function("ForgetShopBodies")]
    public async Task Forget([TimerTrigger("0 50 18 * * *")] TimerInfo timer)
    {
        for (var day = 0; day < DaysSwept; day++)
        {
            for (var bucket = 0; bucket < Buckets; bucket++) await ForgetAsync(PartitionOf(clock.GetUtcNow() - Retention - TimeSpan.FromDays(day), bucket));
        }
    }

    async Task ForgetAsync(string partition)
    {
        while (await table.PageAsync<byte[]>(partition, "body-", DeletesAtOnce, continuation: null) is { Items: { Count: > 0 } left })
            await table.CommitAsync([.. left.Select(part => Row.Delete(partition, part.RowKey, part.ETag))]);
    }

    static string PartitionOf(DateTimeOffset at, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd}-{bucket:x}");

    static (string Partition, string Prefix) Split(string key) => key.Split('/') is [var partition, var id]
        ? (partition, $"body-{id}-")
        : throw new JsonException($"{key} is no key of a body.");
}
