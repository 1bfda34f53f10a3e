using Community.Platform;

namespace Community.Selling.FlashSales;

static class FlashSaleEditRules
{
    public static IReadOnlyList<FlashSaleEvent> Decide(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        var changes = Changes(edit, sale);
        if (changes.Count == 0) return [];
        if (sale.IsOverAt(edit.At))
            return [Conflict(ConflictKind.Ended, "the sale is over and can no longer be changed")];
        if (sale.SoldOutAt is not null)
            return [Conflict(ConflictKind.Ended, "the sale is sold out and can no longer be changed")];
        return (ClosingFault(edit, sale) ?? WavesFault(edit, sale)) is { } refused ? [refused] : changes;
    }

    static List<FlashSaleEvent> Changes(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        List<FlashSaleEvent> events = [];
        if (edit.ClosesAt is { } closesAt && closesAt != sale.ClosesAt)
            events.Add(new FlashSaleEvent.Rescheduled(closesAt));
        if (edit.Farewell is { } farewell && farewell != sale.Farewell)
            events.Add(new FlashSaleEvent.FarewellChanged(farewell));
        if (edit.Waves is { } waves && !waves.SequenceEqual(sale.Waves))
            events.Add(new FlashSaleEvent.WavesChanged(waves));
        if (edit.Quantity.Or(sale.Quantity) != sale.Quantity)
            events.Add(new FlashSaleEvent.QuantityChanged(edit.Quantity.Value));
        return events;
    }

    static FlashSaleEvent.Refused? ClosingFault(FlashSaleCommand.Edit edit, FlashSale sale) => edit.ClosesAt switch
    {
        null => null,
        { } closesAt when closesAt == sale.ClosesAt => null,
        { } closesAt when closesAt <= sale.OpensAt => Invalid("closesAt", "must be after opensAt."),
        { } closesAt when closesAt <= edit.At => Invalid("closesAt", "must be in the future."),
        { } closesAt when closesAt > sale.MustEndBy =>
            Invalid("closesAt", $"must not be after a group's charter ends, {sale.MustEndBy:O}."),
        _ => null,
    };

    static FlashSaleEvent.Refused? WavesFault(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        if (edit.Waves is not { } waves || waves.SequenceEqual(sale.Waves)) return null;
        if (SentWaveFault(waves, sale) is { } sent) return sent;
        for (var i = sale.WavesBegun; i < waves.Count; i++)
        {
            var isNew = i >= sale.Waves.Count || waves[i] != sale.Waves[i];
            if (isNew && waves[i].At <= edit.At) return Invalid($"waves[{i}].at", "must be in the future.");
        }

        return FlashWave.InstantFault(waves, sale.OpensAt, edit.ClosesAt ?? sale.ClosesAt) is var (index, reason)
            ? Invalid($"waves[{index}].at", reason)
            : null;
    }

    static FlashSaleEvent.Refused? SentWaveFault(IReadOnlyList<FlashWave> waves, FlashSale sale)
    {
        for (var i = 0; i < sale.WavesBegun; i++)
        {
            if (i >= waves.Count || waves[i] != sale.Waves[i])
            {
                return Conflict(
                    ConflictKind.AlreadyDone,
                    $"waves[{i}] was sent at {sale.Waves[i].At:O} and can no longer be changed");
            }
        }

        return null;
    }

    static FlashSaleEvent.Refused Invalid(string field, string reason) => new(Refusal.Invalid(field, reason));

    static FlashSaleEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
