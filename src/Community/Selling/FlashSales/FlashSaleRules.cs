using System.Diagnostics;

namespace Community.Selling.FlashSales;

/// <summary>A wave that was sent does not change. A sale that is over cannot start again.</summary>
public static class FlashSaleRules
{
    /// <summary>The events of the command; none for a repeat; a single <c>Refused</c> when it is not allowed.</summary>
    public static IReadOnlyList<FlashSaleEvent> Decide(FlashSaleCommand command, FlashSale sale) => command switch
    {
        FlashSaleCommand.Edit edit => FlashSaleEditRules.Decide(edit, sale),
        FlashSaleCommand.Close close when sale.IsOverAt(close.At) => [],
        FlashSaleCommand.Close close when sale.IsHeld =>
            [new FlashSaleEvent.Rescheduled(close.At), new FlashSaleEvent.Resumed()],
        FlashSaleCommand.Close close => [new FlashSaleEvent.Rescheduled(close.At)],
        FlashSaleCommand.SellOut sellOut when sale.SoldOutAt is null && !sale.IsOverAt(sellOut.At) =>
            [new FlashSaleEvent.SoldOut(sellOut.At)],
        FlashSaleCommand.SellOut => [],
        FlashSaleCommand.Hold hold when !sale.IsHeld && !sale.IsOverAt(hold.At) => [new FlashSaleEvent.Held()],
        FlashSaleCommand.Hold => [],
        FlashSaleCommand.Resume when sale.IsHeld => [new FlashSaleEvent.Resumed()],
        FlashSaleCommand.Resume => [],
        FlashSaleCommand.BeginWave begin when CanBegin(begin, sale) => [new FlashSaleEvent.WaveBegun(begin.Index)],
        FlashSaleCommand.BeginWave => [],
        FlashSaleCommand.End end when sale.EndedAt is null && sale.IsOverAt(end.At) =>
            [new FlashSaleEvent.Ended(end.At)],
        FlashSaleCommand.End => [],
        _ => throw new UnreachableException(),
    };

    public static FlashSale Evolve(FlashSale sale, FlashSaleEvent happened) => happened switch
    {
        FlashSaleEvent.Rescheduled rescheduled => sale with { ClosesAt = rescheduled.ClosesAt },
        FlashSaleEvent.FarewellChanged changed => sale with { Farewell = changed.Farewell },
        FlashSaleEvent.WavesChanged changed => sale with { Waves = changed.Waves },
        FlashSaleEvent.QuantityChanged changed => sale with { Quantity = changed.Quantity },
        FlashSaleEvent.SoldOut soldOut => sale with { SoldOutAt = soldOut.At },
        FlashSaleEvent.Held => sale with { IsHeld = true },
        FlashSaleEvent.Resumed => sale with { IsHeld = false },
        FlashSaleEvent.WaveBegun begun => sale with { WavesBegun = begun.Index + 1 },
        FlashSaleEvent.Ended ended => sale with { EndedAt = ended.At },
        FlashSaleEvent.Refused => sale,
        _ => throw new UnreachableException(),
    };

    static bool CanBegin(FlashSaleCommand.BeginWave begin, FlashSale sale) =>
        begin.Index >= sale.WavesBegun
        && begin.Index < sale.WavesDueAt(begin.At)
        && !sale.IsHeld
        && !sale.IsOverAt(begin.At);
}
