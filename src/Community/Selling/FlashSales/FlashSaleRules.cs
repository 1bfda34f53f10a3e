using System.Diagnostics;

namespace Community.Selling.FlashSales;

/// <summary>What can be asked of a flash sale.</summary>
public abstract record FlashSaleCommand
{
    FlashSaleCommand()
    {
    }

    /// <summary>Other terms; null leaves what stands. <c>Waves</c> are all of them, those that were sent included.</summary>
    public sealed record Edit(DateTimeOffset? ClosesAt, string? Farewell, IReadOnlyList<FlashWave>? Waves, int? Quantity, DateTimeOffset At) : FlashSaleCommand;

    /// <summary>End the sale now, even while it is held.</summary>
    public sealed record Close(DateTimeOffset At) : FlashSaleCommand;

    /// <summary>Nothing is left of what is sold.</summary>
    public sealed record SellOut(DateTimeOffset At) : FlashSaleCommand;

    /// <summary>Say nothing and do not close, until <see cref="Resume"/>.</summary>
    public sealed record Hold(DateTimeOffset At) : FlashSaleCommand;

    /// <summary>Go on.</summary>
    public sealed record Resume : FlashSaleCommand;

    /// <summary>A group is about to send the wave with this index.</summary>
    public sealed record BeginWave(int Index, DateTimeOffset At) : FlashSaleCommand;

    /// <summary>A group has found that the sale is over.</summary>
    public sealed record End(DateTimeOffset At) : FlashSaleCommand;
}

/// <summary>What became of a flash sale.</summary>
public abstract record FlashSaleEvent
{
    FlashSaleEvent()
    {
    }

    /// <summary>It will end at another instant.</summary>
    public sealed record Rescheduled(DateTimeOffset ClosesAt) : FlashSaleEvent;

    /// <summary>It will end with other words.</summary>
    public sealed record FarewellChanged(string Farewell) : FlashSaleEvent;

    /// <summary>Other waves will be sent.</summary>
    public sealed record WavesChanged(IReadOnlyList<FlashWave> Waves) : FlashSaleEvent;

    /// <summary>There is more or less of what is sold.</summary>
    public sealed record QuantityChanged(int Quantity) : FlashSaleEvent;

    /// <summary>Nothing is left.</summary>
    public sealed record SoldOut(DateTimeOffset At) : FlashSaleEvent;

    /// <summary>It stands still.</summary>
    public sealed record Held : FlashSaleEvent;

    /// <summary>It goes on.</summary>
    public sealed record Resumed : FlashSaleEvent;

    /// <summary>The wave with this index is being sent.</summary>
    public sealed record WaveBegan(int Index) : FlashSaleEvent;

    /// <summary>It is over for good.</summary>
    public sealed record Ended(DateTimeOffset At) : FlashSaleEvent;

    /// <summary>It cannot be; nothing changed.</summary>
    public sealed record Refused(string Field, string Reason) : FlashSaleEvent;

    /// <summary>It could have been, earlier; nothing changed.</summary>
    public sealed record TooLate(string Reason) : FlashSaleEvent;
}

/// <summary>The rules of a flash sale: nothing that was said is changed, nothing is said once it is over, and over it stays.</summary>
public static class FlashSaleRules
{
    /// <summary>The events that the command causes; none for a repeat; one refusal alone when it may not be.</summary>
    public static IReadOnlyList<FlashSaleEvent> Decide(FlashSaleCommand command, FlashSale sale) => command switch
    {
        FlashSaleCommand.Edit edit => FlashSaleEditRules.Decide(edit, sale),
        FlashSaleCommand.Close close when sale.IsOverAt(close.At) => [],
        FlashSaleCommand.Close close => [new FlashSaleEvent.Rescheduled(close.At), .. sale.IsHeld ? [new FlashSaleEvent.Resumed()] : Array.Empty<FlashSaleEvent>()],
        FlashSaleCommand.SellOut sellOut when sale.SoldOutAt is null && !sale.IsOverAt(sellOut.At) => [new FlashSaleEvent.SoldOut(sellOut.At)],
        FlashSaleCommand.SellOut => [],
        FlashSaleCommand.Hold hold when !sale.IsHeld && !sale.IsOverAt(hold.At) => [new FlashSaleEvent.Held()],
        FlashSaleCommand.Hold => [],
        FlashSaleCommand.Resume when sale.IsHeld => [new FlashSaleEvent.Resumed()],
        FlashSaleCommand.Resume => [],
        FlashSaleCommand.BeginWave begin when begin.Index >= sale.WavesBegun && begin.Index < sale.WavesDueAt(begin.At) && !sale.IsHeld && !sale.IsOverAt(begin.At) =>
            [new FlashSaleEvent.WaveBegan(begin.Index)],
        FlashSaleCommand.BeginWave => [],
        FlashSaleCommand.End end when sale.EndedAt is null && sale.IsOverAt(end.At) => [new FlashSaleEvent.Ended(end.At)],
        FlashSaleCommand.End => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The sale after the event.</summary>
    public static FlashSale Evolve(FlashSale sale, FlashSaleEvent happened) => happened switch
    {
        FlashSaleEvent.Rescheduled rescheduled => sale with { ClosesAt = rescheduled.ClosesAt },
        FlashSaleEvent.FarewellChanged changed => sale with { Farewell = changed.Farewell },
        FlashSaleEvent.WavesChanged changed => sale with { Waves = changed.Waves },
        FlashSaleEvent.QuantityChanged changed => sale with { Quantity = changed.Quantity },
        FlashSaleEvent.SoldOut soldOut => sale with { SoldOutAt = soldOut.At },
        FlashSaleEvent.Held => sale with { IsHeld = true },
        FlashSaleEvent.Resumed => sale with { IsHeld = false },
        FlashSaleEvent.WaveBegan began => sale with { WavesBegun = began.Index + 1 },
        FlashSaleEvent.Ended ended => sale with { EndedAt = ended.At },
        FlashSaleEvent.Refused or FlashSaleEvent.TooLate => sale,
        _ => throw new UnreachableException(),
    };
}
