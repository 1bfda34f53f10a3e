using System.Diagnostics;

namespace Community.FlashSales;

/// <summary>What can be asked of a flash sale.</summary>
public abstract record FlashSaleCommand
{
    FlashSaleCommand()
    {
    }

    /// <summary>Another closing instant or farewell; null leaves it as it is.</summary>
    public sealed record Edit(DateTimeOffset? ClosesAt, string? Farewell) : FlashSaleCommand;

    /// <summary>End the sale now.</summary>
    public sealed record Close(DateTimeOffset At) : FlashSaleCommand;

    /// <summary>The sequence has come to this state.</summary>
    public sealed record Advance(FlashSaleState To) : FlashSaleCommand;
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

    /// <summary>It has come further.</summary>
    public sealed record Advanced(FlashSaleState To) : FlashSaleEvent;

    /// <summary>It cannot be; nothing changed.</summary>
    public sealed record Refused(string Field, string Reason) : FlashSaleEvent;
}

/// <summary>The rules of a flash sale: it opens before it closes, moves only forward, and cannot be changed once it is closing.</summary>
public static class FlashSaleRules
{
    /// <summary>The events that the command causes; none for a repeat; <see cref="FlashSaleEvent.Refused"/> alone when it may not be.</summary>
    public static IReadOnlyList<FlashSaleEvent> Decide(FlashSaleCommand command, FlashSale sale) => command switch
    {
        FlashSaleCommand.Edit edit when Changes(edit, sale) is [] => [],
        FlashSaleCommand.Edit when !sale.IsEditable => [new FlashSaleEvent.Refused("state", $"the sale is {sale.State} and can no longer be changed")],
        FlashSaleCommand.Edit edit when edit.ClosesAt <= sale.OpensAt => [new FlashSaleEvent.Refused("closesAt", "closesAt must be after opensAt")],
        FlashSaleCommand.Edit edit => Changes(edit, sale),
        FlashSaleCommand.Close close when sale.IsEditable && close.At < sale.ClosesAt => [new FlashSaleEvent.Rescheduled(close.At)],
        FlashSaleCommand.Close => [],
        FlashSaleCommand.Advance advance when advance.To > sale.State => [new FlashSaleEvent.Advanced(advance.To)],
        FlashSaleCommand.Advance => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>The sale after the event.</summary>
    public static FlashSale Evolve(FlashSale sale, FlashSaleEvent happened) => happened switch
    {
        FlashSaleEvent.Rescheduled rescheduled => sale with { ClosesAt = rescheduled.ClosesAt },
        FlashSaleEvent.FarewellChanged changed => sale with { Farewell = changed.Farewell },
        FlashSaleEvent.Advanced advanced => sale with { State = advanced.To },
        FlashSaleEvent.Refused => sale,
        _ => throw new UnreachableException(),
    };

    static List<FlashSaleEvent> Changes(FlashSaleCommand.Edit edit, FlashSale sale)
    {
        List<FlashSaleEvent> events = [];
        if (edit.ClosesAt is { } closesAt && closesAt != sale.ClosesAt) events.Add(new FlashSaleEvent.Rescheduled(closesAt));
        if (edit.Farewell is { } farewell && farewell != sale.Farewell) events.Add(new FlashSaleEvent.FarewellChanged(farewell));
        return events;
    }
}
