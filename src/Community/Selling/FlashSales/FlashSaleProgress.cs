using Community.Platform;

namespace Community.Selling.FlashSales;

/// <summary>The progress of a whole sale. The next instant is null while the sale is held.</summary>
public sealed record FlashSaleProgress(FlashSaleState State, string Step, DateTimeOffset? NextAt)
{
    public static FlashSaleProgress From(FlashSale sale, IEnumerable<FlashGroup> groups, DateTimeOffset now)
    {
        var state = FlashGroup.OverallState([.. groups.Select(group => group.StateAt(now))]);
        DateTimeOffset? opening = sale.IsHeld ? null : InstantExtensions.Earlier(sale.OpensAt, sale.EndsAt);
        return state switch
        {
            FlashSaleState.Planned => new(state, "creating-group", opening),
            FlashSaleState.Open => new(state, "awaiting-opening", opening),
            FlashSaleState.Selling => new(state, "selling", sale.IsHeld ? null : NextInstant(sale, now)),
            FlashSaleState.Closing => new(state, "farewell", null),
            FlashSaleState.Dissolving or FlashSaleState.Overdue => new(state, "awaiting-dissolution", null),
            _ => new(state, "dissolved", null),
        };
    }

    public static DateTimeOffset NextInstant(FlashSale sale, DateTimeOffset now)
    {
        var due = sale.WavesDueAt(now);
        return due < sale.Waves.Count ? InstantExtensions.Earlier(sale.Waves[due].At, sale.EndsAt) : sale.EndsAt;
    }
}
