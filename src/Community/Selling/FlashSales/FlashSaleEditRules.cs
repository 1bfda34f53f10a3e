namespace Community.Selling.FlashSales;

/// <summary>What may still be changed of a sale that runs: all that was not said yet, until it is over.</summary>
static class FlashSaleEditRules
{
    public static IReadOnlyList<FlashSaleEvent> Decide(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        var changes = Changes(edit, sale);
        if (changes.Count == 0) return [];
        if (sale.IsOverAt(edit.At)) return [new FlashSaleEvent.TooLate("the sale is over and can no longer be changed")];
        if (sale.SoldOutAt is not null) return [new FlashSaleEvent.TooLate("the sale is sold out and can no longer be changed")];
        return Fault(edit, sale) is { } fault ? [fault] : changes;
    }

    static List<FlashSaleEvent> Changes(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        List<FlashSaleEvent> events = [];
        if (edit.ClosesAt is { } closesAt && closesAt != sale.ClosesAt) events.Add(new FlashSaleEvent.Rescheduled(closesAt));
        if (edit.Farewell is { } farewell && farewell != sale.Farewell) events.Add(new FlashSaleEvent.FarewellChanged(farewell));
        if (edit.Waves is { } waves && !waves.SequenceEqual(sale.Waves)) events.Add(new FlashSaleEvent.WavesChanged(waves));
        if (edit.Quantity is { } quantity && quantity != sale.Quantity) events.Add(new FlashSaleEvent.QuantityChanged(quantity));
        return events;
    }

    static FlashSaleEvent? Fault(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        if (edit.ClosesAt is { } closesAt && closesAt != sale.ClosesAt)
        {
            if (closesAt <= sale.OpensAt) return new FlashSaleEvent.Refused("closesAt", "must be after opensAt.");
            if (closesAt <= edit.At) return new FlashSaleEvent.Refused("closesAt", "must be in the future.");
            if (closesAt > sale.MustEndBy) return new FlashSaleEvent.Refused("closesAt", $"must not be after a group's charter ends, {sale.MustEndBy:O}.");
        }

        return edit.Waves is { } waves && !waves.SequenceEqual(sale.Waves) ? WavesFault(waves, edit.ClosesAt ?? sale.ClosesAt, edit.At, sale) : null;
    }

    static FlashSaleEvent? WavesFault(IReadOnlyList<FlashWave> waves, DateTimeOffset closesAt, DateTimeOffset at, FlashSale sale)
    {
        for (var i = 0; i < sale.WavesBegun; i++)
        {
            if (i >= waves.Count || waves[i] != sale.Waves[i]) return new FlashSaleEvent.TooLate($"waves[{i}] was sent at {sale.Waves[i].At:O} and can no longer be changed");
        }

        for (var i = sale.WavesBegun; i < waves.Count; i++)
        {
            if ((i >= sale.Waves.Count || waves[i] != sale.Waves[i]) && waves[i].At <= at) return new FlashSaleEvent.Refused($"waves[{i}].at", "must be in the future.");
        }

        return FlashWave.InstantFault(waves, sale.OpensAt, closesAt) is var (index, reason) ? new FlashSaleEvent.Refused($"waves[{index}].at", reason) : null;
    }
}
