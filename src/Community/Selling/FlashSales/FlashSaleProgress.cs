namespace Community.Selling.FlashSales;

/// <summary>Where a sale stands as a whole, by where its groups stand: the step, and the next planned instant (null: none, or it is held).</summary>
public sealed record FlashSaleProgress(FlashSaleState State, string Step, DateTimeOffset? NextAt)
{
    /// <summary>The standing of the sale with these groups at this instant.</summary>
    public static FlashSaleProgress From(FlashSale sale, IEnumerable<FlashGroup> groups, DateTimeOffset now)
    {
        var state = FlashGroup.Overall([.. groups.Select(group => group.At(now))]);
        return state switch
        {
            FlashSaleState.Planned => new(state, "creating-group", sale.IsHeld ? null : Earlier(sale.OpensAt, sale.EndsAt)),
            FlashSaleState.Open => new(state, "awaiting-opening", sale.IsHeld ? null : Earlier(sale.OpensAt, sale.EndsAt)),
            FlashSaleState.Selling => new(state, "selling", sale.IsHeld ? null : NextInstant(sale, now)),
            FlashSaleState.Closing => new(state, "farewell", null),
            FlashSaleState.Dissolving or FlashSaleState.Overdue => new(state, "awaiting-dissolution", null),
            _ => new(state, "dissolved", null),
        };
    }

    /// <summary>The next wave, or the end where none comes before.</summary>
    public static DateTimeOffset NextInstant(FlashSale sale, DateTimeOffset now)
    {
        var due = sale.WavesDueAt(now);
        return due < sale.Waves.Count ? Earlier(sale.Waves[due].At, sale.EndsAt) : sale.EndsAt;
    }

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
