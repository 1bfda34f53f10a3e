namespace Community.Acquisition.Standings;

/// <summary>How many of a gift are reserved.</summary>
public sealed record Stock(int Reserved)
{
    /// <summary>One more reserved; null when all <paramref name="of"/> are.</summary>
    public Stock? Reserve(int of) => Reserved < of ? new Stock(Reserved + 1) : null;

    /// <summary>One fewer.</summary>
    public Stock Return() => new(Math.Max(0, Reserved - 1));
}
