using System.Globalization;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Orders by key, in 256 partitions of each shop, and the list of orders by time, in a partition for each shop and
/// month. The row of the list is written first, and the order holds the instant of its valid row, so the list holds
/// every stored order once.
/// </summary>
public sealed class OrderStore(OrdersTable table)
{
    const string OrderPrefix = "order-";
    const string ListPrefix = "at-";
    const int MaxMonths = 24;

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{Task{T}})" />
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => table.RetryAsync(attempt);

    /// <summary>The order; null when it is unknown.</summary>
    public Task<Stored<OrderRecord>?> FindAsync(string shop, string orderId)
    {
        var (partition, row) = KeyOf(shop, orderId);
        return table.FindAsync<OrderRecord>(partition, row);
    }

    /// <summary>Replaces the read order; throws <see cref="ConflictException"/> when it was changed since.</summary>
    public async Task<OrderRecord> WriteAsync(OrderRecord record, Stored<OrderRecord>? read)
    {
        var (partition, row) = KeyOf(record.Order.Shop, record.Order.OrderId);
        var at = record.Order.At!.Value;
        if (record.ListedAt != at) await AddToListAsync(record.Order.Shop, record.Order.OrderId, at);
        var written = record with { ListedAt = at, Revision = (read?.Value.Revision ?? 0) + 1 };
        await table.CommitAsync(Row.Write(partition, row, written, read));
        return written;
    }

    /// <summary>
    /// One page of the shop's orders at or after <paramref name="from"/> and before <paramref name="to"/>, earliest
    /// first. A page may be empty and still have a continuation, because one call reads at most two years.
    /// </summary>
    public async Task<Slice<OrderRecord>> PageAsync(
        string shop, DateTimeOffset from, DateTimeOffset to, int size, string? continuation)
    {
        var position = continuation is null ? OrderListPosition.Before(from) : OrderListPosition.Read(continuation);
        for (var month = 0; month < MaxMonths; month++)
        {
            var rows = await ListRowsAsync(shop, position, size);
            var inRange = rows.TakeWhile(row => row.Value.At < to).ToList();
            var items = await FindListedAsync(shop, inRange);
            if (inRange.Count == size) return new Slice<OrderRecord>(items, inRange[^1].RowKey[ListPrefix.Length..]);
            if (inRange.Count < rows.Count || position.NextMonth.At >= to) return new Slice<OrderRecord>(items, null);
            position = position.NextMonth;
            if (items.Count > 0) return new Slice<OrderRecord>(items, position.ToString());
        }

        return new Slice<OrderRecord>([], position.ToString());
    }

    Task<IReadOnlyList<Stored<ListEntry>>> ListRowsAsync(string shop, OrderListPosition position, int size) =>
        table.RowsAfterAsync<ListEntry>(MonthOf(shop, position.At), ListPrefix, $"{ListPrefix}{position}", size);

    async Task<IReadOnlyList<OrderRecord>> FindListedAsync(string shop, IEnumerable<Stored<ListEntry>> rows) =>
        [.. (await Task.WhenAll(rows.Select(row => FindListedAsync(shop, row.Value)))).OfType<OrderRecord>()];

    async Task<OrderRecord?> FindListedAsync(string shop, ListEntry entry) =>
        await FindAsync(shop, entry.OrderId) is { } found && found.Value.ListedAt == entry.At ? found.Value : null;

    Task AddToListAsync(string shop, string orderId, DateTimeOffset at) =>
        table.CommitAsync(Row.Put(MonthOf(shop, at), ListKey(at, orderId), new ListEntry(orderId, at)));

    static (string Partition, string Row) KeyOf(string shop, string orderId)
    {
        var digest = EffectKey.Digest(orderId);
        return ($"{shop}-{digest[..2]}", OrderPrefix + digest);
    }

    static string MonthOf(string shop, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{shop}-month-{at.UtcDateTime:yyyyMM}");

    static string ListKey(DateTimeOffset at, string orderId) =>
        string.Create(CultureInfo.InvariantCulture, $"{ListPrefix}{at.UtcTicks:d19}-{EffectKey.Digest(orderId)}");

    sealed record ListEntry(string OrderId, DateTimeOffset At);
}
