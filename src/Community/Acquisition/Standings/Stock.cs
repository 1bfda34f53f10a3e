namespace Community.Acquisition.Standings;

/// <summary>
/// The stock of one gift: how many are reserved, how many rewards wait for one, and how many there are; null
/// <paramref name="Total"/> when that is not stored.
/// </summary>
public sealed record Stock(int Reserved, int Waiting = 0, int? Total = null)
{
    /// <summary>The stock with one more reserved; null when all of <paramref name="total"/> are reserved.</summary>
    public Stock? Reserve(int total) => Reserved < total ? this with { Reserved = Reserved + 1 } : null;

    public Stock Return() => this with { Reserved = Math.Max(0, Reserved - 1) };

    public Stock Wait() => this with { Waiting = Waiting + 1 };

    public Stock StopWaiting() => this with { Waiting = Math.Max(0, Waiting - 1) };
}
