namespace Community.Selling.FlashSales;

/// <summary>Where a flash sale stands, or one of its groups. It only moves forward.</summary>
public enum FlashSaleState
{
    /// <summary>Stored; the group may still have to be made.</summary>
    Planned,

    /// <summary>The code is open and people gather; the sale has not begun.</summary>
    Open,

    /// <summary>The sale runs.</summary>
    Selling,

    /// <summary>Over: the code is closed and the farewell is said.</summary>
    Closing,

    /// <summary>The group has been asked to be dissolved; nobody has confirmed it.</summary>
    Dissolving,

    /// <summary>Nobody has confirmed it for so long that somebody is being reminded.</summary>
    Overdue,

    /// <summary>The group is gone.</summary>
    Dissolved,
}

/// <summary>What the next step of a group's sequence waits for.</summary>
public enum FlashGroupWait
{
    /// <summary>The next planned instant.</summary>
    Time,

    /// <summary>The platform.</summary>
    Channel,

    /// <summary>A person, who has a task.</summary>
    Staff,

    /// <summary>The operator, who holds the sale.</summary>
    Operator,
}

/// <summary>One group of a sale: how far it is, and what or who has to bring it on (null: nobody, it is gone).</summary>
public sealed record FlashGroup(string GroupId, FlashSaleState State, FlashGroupWait? WaitingFor, string? TaskId = null, DateTimeOffset? DissolvingSince = null)
{
    /// <summary>How long a dissolution may take before it is overdue: as long as the staff task for it gives.</summary>
    public static readonly TimeSpan DissolutionDeadline = TimeSpan.FromHours(1);

    /// <summary>A group as it begins.</summary>
    public static FlashGroup Planned(string groupId) => new(groupId, FlashSaleState.Planned, FlashGroupWait.Channel);

    /// <summary>The group when its sequence has come to <paramref name="next"/>; one that is further already stays there.</summary>
    public FlashGroup Advance(FlashGroup next, DateTimeOffset at) =>
        next.State < State ? this : next with { DissolvingSince = DissolvingSince ?? (next.State >= FlashSaleState.Dissolving ? at : null) };

    /// <summary>Where it stands at this instant.</summary>
    public FlashSaleState At(DateTimeOffset now) =>
        State is FlashSaleState.Dissolving && now >= DissolvingSince + DissolutionDeadline ? FlashSaleState.Overdue : State;

    /// <summary>
    /// Where a sale stands whose groups stand there: overdue when any of them is; as far as the furthest while it sells, and from then on only as far
    /// as the last of them.
    /// </summary>
    public static FlashSaleState Overall(IReadOnlyCollection<FlashSaleState> groups)
    {
        if (groups.Contains(FlashSaleState.Overdue)) return FlashSaleState.Overdue;
        var selling = groups.Where(state => state < FlashSaleState.Closing).ToList();
        return selling.Count > 0 ? selling.Max() : groups.Min();
    }
}
