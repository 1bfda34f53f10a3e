namespace Community.Insights.Rehearsals;

/// <summary>What a figure of a rehearsal and what happened say about each other.</summary>
public enum RehearsalVerdict
{
    /// <summary>The thing has not ended, so the figure still changes.</summary>
    Pending,

    /// <summary>The figure is in the band, whose ends are part of it.</summary>
    Within,

    Below,

    Above,

    /// <summary>The figure is not measured, or the brand has no such thing.</summary>
    Unknown,
}

/// <summary>
/// A figure as it is now. <paramref name="IsFinal"/> is true once the thing that it is about has ended.
/// </summary>
public readonly record struct ObservedFigure(double Value, bool IsFinal);

public static class RehearsalRules
{
    /// <summary>
    /// Holds a figure against the band of a rehearsal. A figure that already left the band of a thing that goes on is
    /// pending: a credit can be revoked and an order refunded.
    /// </summary>
    /// <param name="low">The lower end of the band.</param>
    /// <param name="high">The upper end of the band, at least <paramref name="low"/>.</param>
    /// <param name="observed">What happened; null when nothing is known.</param>
    public static RehearsalVerdict Judge(double low, double high, ObservedFigure? observed) => observed switch
    {
        null => RehearsalVerdict.Unknown,
        { IsFinal: false } => RehearsalVerdict.Pending,
        { Value: var value } when value < low => RehearsalVerdict.Below,
        { Value: var value } when value > high => RehearsalVerdict.Above,
        _ => RehearsalVerdict.Within,
    };
}
