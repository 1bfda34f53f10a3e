using System.Globalization;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Trade.Orders;

/// <summary>An order whose attribution or buyer may become known later.</summary>
public sealed record WaitingOrder(string Shop, string OrderId, DateTimeOffset PaidAt);

/// <summary>
/// Orders that wait: those of an unknown buyer, beside the buyers of the shop, until the buyer is known; those of a
/// known member without a code, in the member's partition, because clicks can be counted in any order.
/// </summary>
public sealed class WaitingOrderStore(
    OrdersTable orders, PeopleTable people, TimeProvider clock, ILogger<WaitingOrderStore> log)
{
    /// <summary>The limit of orders that one event attributes again.</summary>
    public const int MaxAtOnce = 50;

    const string BuyerPrefix = "waiting-";
    const string MemberPrefix = "waiting-order-";

    readonly DayIndex days = new(people, "$waiting-orders", clock, log);

    /// <summary>Stores that the order waits for what is unknown about it. A repeat writes the same row.</summary>
    public async Task AddAsync(OrderRecord record, Payment payment)
    {
        var waiting = new WaitingOrder(record.Order.Shop, record.Order.OrderId, payment.PaidAt);
        if (record.BuyerMemberId is { } memberId)
        {
            await days.AddAsync(payment.PaidAt, memberId);
            await people.CommitAsync(Row.Put(memberId, MemberPrefix + RowOf(waiting), waiting));
        }
        else if (payment.BuyerId is { } buyerId)
        {
            var (partition, prefix) = KeyOf(record.Order.Shop, buyerId);
            await orders.CommitAsync(Row.Put(partition, prefix + RowOf(waiting), waiting));
        }
    }

    /// <summary>Orders of a buyer who was unknown when they arrived.</summary>
    public async Task<IReadOnlyList<WaitingOrder>> FindOfBuyerAsync(string shop, string buyerId)
    {
        var (partition, prefix) = KeyOf(shop, buyerId);
        return Values(await orders.RowsAfterAsync<WaitingOrder>(partition, prefix, after: null, MaxAtOnce));
    }

    /// <summary>
    /// Orders of the member without a code, paid at or after <paramref name="from"/>, earliest first.
    /// </summary>
    public async Task<IReadOnlyList<WaitingOrder>> FindOfMemberAsync(string memberId, DateTimeOffset from) =>
        Values(await people.RowsAfterAsync<WaitingOrder>(
            memberId, MemberPrefix, MemberPrefix + TicksOf(from), MaxAtOnce));

    /// <summary>Ends the wait for the buyer.</summary>
    public async Task RemoveOfBuyerAsync(string buyerId, WaitingOrder waiting)
    {
        var (partition, prefix) = KeyOf(waiting.Shop, buyerId);
        var row = prefix + RowOf(waiting);
        if (await orders.FindAsync<WaitingOrder>(partition, row) is not { } read) return;
        try
        {
            await orders.CommitAsync(Row.Delete(partition, row, read.ETag));
        }
        catch (ConflictException)
        {
            // Another run removed it, or the order waits again.
        }
    }

    /// <summary>
    /// Ends the wait of members' orders that were stored before the instant, at most <paramref name="budget"/>.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) => days.StepAsync(horizon, budget, async (day, rest) =>
    {
        var deleted = await people.ForgetAsync<WaitingOrder>(
            day.Owner,
            MemberPrefix,
            rest,
            order => order.PaidAt < day.Until,
            order => [Row.Delete(day.Owner, order.RowKey, order.ETag)],
            after: MemberPrefix + TicksOf(day.From));
        return DayVisit.OfDeletion(deleted, rest);
    });

    static IReadOnlyList<WaitingOrder> Values(IEnumerable<Stored<WaitingOrder>> rows) =>
        [.. rows.Select(row => row.Value)];

    static (string Partition, string Prefix) KeyOf(string shop, string buyerId)
    {
        var digest = EffectKey.Digest(buyerId);
        return (BuyerStore.PartitionOf(shop, digest), $"{BuyerPrefix}{digest}-");
    }

    static string RowOf(WaitingOrder order) =>
        $"{TicksOf(order.PaidAt)}-{EffectKey.Digest($"{order.Shop}/{order.OrderId}")}";

    static string TicksOf(DateTimeOffset at) => at.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);
}
