namespace Community.FlashSales;

/// <summary>Where a flash sale stands. It only moves forward.</summary>
public enum FlashSaleState
{
    /// <summary>Stored; its group may still have to be made.</summary>
    Planned,

    /// <summary>The code is open and people gather; the sale has not begun.</summary>
    Gathering,

    /// <summary>The sale runs.</summary>
    Open,

    /// <summary>Over: the farewell is said and the code is closed.</summary>
    Closing,

    /// <summary>The group has been asked to be dissolved; nobody has confirmed it.</summary>
    Dissolving,

    /// <summary>The group is gone.</summary>
    Dissolved,
}

/// <summary>快闪: one sale in one flash group, from the plan to the group's end.</summary>
public sealed record FlashSale(
    string Id,
    string Name,
    string GroupId,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    string Farewell,
    FlashSaleState State,
    DateTimeOffset CreatedAt)
{
    /// <summary>True while the closing instant and the farewell may still be changed.</summary>
    public bool IsEditable => State < FlashSaleState.Closing;
}
