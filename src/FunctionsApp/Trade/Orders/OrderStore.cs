using System.Globalization;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>
/// Orders by key, each in one of a shop's many partitions; and their list, a partition a shop and month, in order of time. The row of the list is written
/// first and the order says which of its rows holds, so that nothing stored is missing from the list or in it twice.
/// </summary>
public sealed class OrderStore(OrdersTable table)
{
    const string OrderPrefix = "order-";
    const string ListPrefix = "at-";
    const int MaxMonths = 24;

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{Task{T}})" />
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => table.RetryAsync(attempt);

    /// <summary>The order; null when nothing was heard of it.</summary>
    public Task<Stored<OrderRecord>?> FindAsync(string shop, string orderId)
    {
        var (partition, row) = KeyOf(shop, orderId);
        return table.FindAsync<OrderRecord>(partition, row);
    }

    /// <summary>Writes the order in place of what was read; throws <see cref="ConflictException"/> when somebody was faster.</summary>
    public async Task<OrderRecord> WriteAsync(OrderRecord record, Stored<OrderRecord>? read)
    {
        var (partition, row) = KeyOf(record.Order.Shop, record.Order.OrderId);
        var at = record.Order.At!.Value;
        if (record.ListedAt != at)
            await table.CommitAsync(Row.Put(MonthOf(record.Order.Shop, at), ListKey(at, record.Order.OrderId), new ListEntry(record.Order.OrderId, at)));
        var written = record with { ListedAt = at, Revision = (read?.Value.Revision ?? 0) + 1 };
        await table.CommitAsync(Row.Write(partition, row, written, read));
        return written;
    }

    /// <summary>One page of the shop's orders from one instant until before the other, earliest first.</summary>
    public async Task<Slice<OrderRecord>> PageAsync(string shop, DateTimeOffset from, DateTimeOffset to, int size, string? continuation)
    {
        var place = continuation is null ? OrderListPosition.Before(from) : OrderListPosition.Read(continuation);
        for (var month = 0; month < MaxMonths; month++)
        {
            var rows = await table.RowsAfterAsync<ListEntry>(MonthOf(shop, place.At), ListPrefix, $"{ListPrefix}{place}", size);
            var within = rows.TakeWhile(row => row.Value.At < to).ToList();
            var items = (await Task.WhenAll(within.Select(FindListedAsync))).OfType<OrderRecord>().ToList();
            if (within.Count == size) return new Slice<OrderRecord>(items, within[^1].RowKey[ListPrefix.Length..]);
            if (within.Count < rows.Count || place.NextMonth.At >= to) return new Slice<OrderRecord>(items, null);
            place = place.NextMonth;
            if (items.Count > 0) return new Slice<OrderRecord>(items, place.ToString());
        }

        return new Slice<OrderRecord>([], place.ToString());

        async Task<OrderRecord?> FindListedAsync(Stored<ListEntry> row) =>
            await FindAsync(shop, row.Value.OrderId) is { } found && found.Value.ListedAt == row.Value.At ? found.Value : null;
    }

    static (string Partition, string Row) KeyOf(string shop, string orderId)
    {
        var digest = EffectKey.Digest(orderId);
        return ($"{shop}-{digest[..2]}", OrderPrefix + digest);
    }

    static string MonthOf(string shop, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{shop}-month-{at.UtcDateTime:yyyyMM}");

    static string ListKey(DateTimeOffset at, string orderId) => string.Create(CultureInfo.InvariantCulture, $"{ListPrefix}{at.UtcTicks:d19}-{EffectKey.Digest(orderId)}");

    sealed record ListEntry(string OrderId, DateTimeOffset At);
}
