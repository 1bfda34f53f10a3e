namespace Simulation.Runs;

/// <summary>
/// A change of what an operator may do, in the order of <see cref="CallRegistry"/>. Before it begins it has not
/// happened, after its end it has.
/// </summary>
sealed class Transition
{
    public long Begin { get; private set; } = long.MaxValue;

    public long End { get; private set; } = long.MaxValue;

    public bool HasBegun => Begin < long.MaxValue;

    public bool HasEnded => End < long.MaxValue;

    public void BeginAt(long order) => Begin = Math.Min(Begin, order);

    public void EndAt(long order) => (Begin, End) = (Math.Min(Begin, order), Math.Min(End, order));

    /// <summary>Notes that the change was refused.</summary>
    public void Withdraw()
    {
        if (!HasEnded) Begin = long.MaxValue;
    }
}
