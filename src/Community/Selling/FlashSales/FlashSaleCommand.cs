using Community.Platform;

namespace Community.Selling.FlashSales;

public abstract record FlashSaleCommand
{
    FlashSaleCommand()
    {
    }

    /// <summary>
    /// Changes the terms that are not null, and the quantity when it is present. Waves include those that were sent.
    /// </summary>
    public sealed record Edit(
        DateTimeOffset? ClosesAt,
        string? Farewell,
        IReadOnlyList<FlashWave>? Waves,
        Optional<int?> Quantity,
        DateTimeOffset At) : FlashSaleCommand;

    public sealed record Close(DateTimeOffset At) : FlashSaleCommand;

    public sealed record SellOut(DateTimeOffset At) : FlashSaleCommand;

    /// <summary>Stops messages and the closing until <see cref="Resume"/>.</summary>
    public sealed record Hold(DateTimeOffset At) : FlashSaleCommand;

    public sealed record Resume : FlashSaleCommand;

    public sealed record BeginWave(int Index, DateTimeOffset At) : FlashSaleCommand;

    public sealed record End(DateTimeOffset At) : FlashSaleCommand;
}

public abstract record FlashSaleEvent
{
    FlashSaleEvent()
    {
    }

    public sealed record Rescheduled(DateTimeOffset ClosesAt) : FlashSaleEvent;

    public sealed record FarewellChanged(string Farewell) : FlashSaleEvent;

    public sealed record WavesChanged(IReadOnlyList<FlashWave> Waves) : FlashSaleEvent;

    public sealed record QuantityChanged(int? Quantity) : FlashSaleEvent;

    public sealed record SoldOut(DateTimeOffset At) : FlashSaleEvent;

    public sealed record Held : FlashSaleEvent;

    public sealed record Resumed : FlashSaleEvent;

    public sealed record WaveBegun(int Index) : FlashSaleEvent;

    public sealed record Ended(DateTimeOffset At) : FlashSaleEvent;

    public sealed record Refused(Refusal Refusal) : FlashSaleEvent;
}
