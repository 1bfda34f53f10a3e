namespace Community.Selling.FlashSales;

/// <summary>The state of a flash sale or of one of its groups. It only moves forward.</summary>
public enum FlashSaleState
{
    Planned, // The group may not exist yet.
    Open, // Members join; the sale has not started.
    Selling,
    Closing, // The join code is closed and the farewell is sent.
    Dissolving, // The dissolution is requested and not confirmed.
    Overdue, // The dissolution is not confirmed after its deadline.
    Dissolved,
}

public enum FlashGroupWait
{
    Time, // The next planned instant.
    Channel, // The messaging platform.
    Staff, // A person with a staff task.
    Operator, // The operator, who holds the sale.
}

/// <summary>The progress of one group of a sale. It waits for nothing once it is dissolved.</summary>
public sealed record FlashGroup(
    string GroupId,
    FlashSaleState State,
    FlashGroupWait? WaitingFor,
    string? TaskId = null,
    DateTimeOffset? DissolvingSince = null)
{
    /// <summary>The time after which a dissolution is overdue. Its staff task has the same deadline.</summary>
    public static readonly TimeSpan DissolutionDeadline = TimeSpan.FromHours(1);

    public static FlashGroup Planned(string groupId) => new(groupId, FlashSaleState.Planned, FlashGroupWait.Channel);

    public FlashGroup Advance(FlashGroup next, DateTimeOffset at)
    {
        if (next.State < State) return this;
        DateTimeOffset? dissolvingSince = next.State >= FlashSaleState.Dissolving ? at : null;
        return next with { DissolvingSince = DissolvingSince ?? dissolvingSince };
    }

    public FlashSaleState StateAt(DateTimeOffset now) =>
        State is FlashSaleState.Dissolving && now >= DissolvingSince + DissolutionDeadline
            ? FlashSaleState.Overdue
            : State;

    /// <summary>Overdue when any group is; else the furthest group while one sells, and then the last group.</summary>
    public static FlashSaleState OverallState(IReadOnlyCollection<FlashSaleState> groups)
    {
        if (groups.Contains(FlashSaleState.Overdue)) return FlashSaleState.Overdue;
        var selling = groups.Where(state => state < FlashSaleState.Closing).ToList();
        return selling.Count > 0 ? selling.Max() : groups.Min();
    }
}
