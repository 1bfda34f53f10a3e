using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Selling.FlashSales;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Selling.FlashSales;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>The waves, the closing and the farewell of the flash sale of a group, as entries of its calendar.</summary>
public sealed class FlashSaleEntries(
    FlashGroupClaimStore claims, FlashSaleStore sales, Ledger ledger, TimeProvider clock)
{
    /// <summary>Reads the sale and, in the ledger, only messages in the range that are due.</summary>
    public async Task<IReadOnlyList<CalendarItem>> ReadAsync(Group group, CalendarRange range)
    {
        if (group.Kind is not GroupKind.Flash) return [];
        if (await claims.FindAsync(group.Id) is not { } id || await sales.FindAsync(id) is not { Value: var sale })
            return [];
        var endsAt = EndOf(sale, group);
        var isOver = endsAt <= clock.GetUtcNow();
        var waves = await Task.WhenAll(sale.Waves
            .Select((wave, index) => new Message(
                wave.At,
                FlashWaveService.StepOf(index),
                FlashWaveService.KeyOf(group.Id, index),
                wave.At >= endsAt ? "Ended" : PlannedState(sale)))
            .Where(wave => range.Contains(wave.At))
            .Select(wave => ItemAsync(sale, group, wave, isOver)));
        if (!range.Contains(endsAt)) return waves;
        var farewell = new Message(endsAt, "farewell", DissolutionDeliveries.FarewellKey(group), PlannedState(sale));
        return
        [
            .. waves,
            Item(sale, endsAt, "close", isOver ? "Closed" : PlannedState(sale), reason: null),
            await ItemAsync(sale, group, farewell, isOver),
        ];
    }

    async Task<CalendarItem> ItemAsync(FlashSale sale, Group group, Message message, bool isOver)
    {
        // The waves that an early end skips are in the ledger before they are due.
        var mayBeEntered = isOver || message.At <= clock.GetUtcNow();
        return mayBeEntered && await ledger.FindByKeyAsync(group.Id, message.Key) is { } delivery
            ? Item(sale, delivery.SentAt ?? message.At, message.Step, delivery.State.ToString(), delivery.Reason)
            : Item(sale, message.At, message.Step, message.State, reason: null);
    }

    // A held sale closes with the charters of its groups.
    static DateTimeOffset EndOf(FlashSale sale, Group group)
    {
        DateTimeOffset?[] ends =
        [
            sale.EndedAt ?? (sale.IsHeld ? sale.MustEndBy : sale.EndsAt), sale.MustEndBy, group.EndRequestedAt,
        ];
        return ends.Min()!.Value;
    }

    static string PlannedState(FlashSale sale) => sale.IsHeld ? "Held" : "Planned";

    static CalendarItem Item(FlashSale sale, DateTimeOffset at, string step, string state, string? reason) =>
        new(at, "FlashSale", $"{sale.Name}: {step}", state, reason);

    // State is that of a message that is not in the ledger.
    sealed record Message(DateTimeOffset At, string Step, string Key, string State);
}
