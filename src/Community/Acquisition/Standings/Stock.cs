namespace Community.Acquisition.Standings;

public sealed record Stock(int Reserved)
{
    /// <summary>The stock with one more reserved; null when all of <paramref name="total"/> are reserved.</summary>
    public Stock? Reserve(int total) => Reserved < total ? new Stock(Reserved + 1) : null;

    public Stock Return() => new(Math.Max(0, Reserved - 1));
}
