namespace Community.Care.Promises;

/// <summary>
/// Numbers of gain (获得感): the members who were asked, the answers, and the sum of their scores of 1 to 5.
/// </summary>
public sealed record GainFigures(int Asked, int Answered, int Scores)
{
    /// <summary>The mean score with two decimals; null without answers.</summary>
    public double? Mean => Answered == 0 ? null : Math.Round((double)Scores / Answered, 2);

    public static GainFigures Of(IEnumerable<UnitProgress> units) => units.Aggregate(
        new GainFigures(0, 0, 0),
        (sum, unit) => new(sum.Asked + unit.Asked, sum.Answered + unit.Answered, sum.Scores + unit.Scores));
}

/// <summary>
/// Promised against delivered. <paramref name="Promised"/>, <paramref name="Delivered"/> and <paramref name="Extras"/>
/// are sums of quantities, <paramref name="Late"/> is a number of units. What goes beyond the quantity of a unit is an
/// extra, so <paramref name="Delivered"/> is never above <paramref name="Promised"/>.
/// </summary>
public sealed record PromiseFigures(int Promised, int Delivered, int Extras, int Late, GainFigures Gain)
{
    /// <summary>The numbers of a promise; <paramref name="progress"/> is in the order of its units.</summary>
    public static PromiseFigures Of(Promise promise, IReadOnlyList<UnitProgress> progress, DateTimeOffset now)
    {
        var units = promise.Units.Zip(progress).ToList();
        return new PromiseFigures(
            promise.Units.Sum(unit => unit.Quantity),
            units.Sum(unit => DeliveredOf(unit.First, unit.Second)),
            units.Sum(unit => ExtrasOf(unit.First, unit.Second)),
            units.Count(unit => unit.Second.IsLate(unit.First, now)),
            GainFigures.Of(progress));
    }

    public static int DeliveredOf(PromisedUnit unit, UnitProgress progress) => Math.Min(progress.Amount, unit.Quantity);

    public static int ExtrasOf(PromisedUnit unit, UnitProgress progress) =>
        progress.Amount - DeliveredOf(unit, progress);
}
