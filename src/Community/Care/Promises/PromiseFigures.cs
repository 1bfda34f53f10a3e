namespace Community.Care.Promises;

/// <summary>Answers to the question for the gain (获得感), and the sum of their scores of 1 to 5.</summary>
public sealed record GainAnswers(int Answered, int Scores)
{
    public static GainAnswers None { get; } = new(0, 0);

    /// <summary>The mean score with two decimals; null without answers.</summary>
    public double? Mean => Answered == 0 ? null : Math.Round((double)Scores / Answered, 2);

    public static GainAnswers operator +(GainAnswers left, GainAnswers right) =>
        new(left.Answered + right.Answered, left.Scores + right.Scores);

    public static GainAnswers Add(GainAnswers left, GainAnswers right) => left + right;
}

/// <summary>
/// Numbers of gain (获得感). The page does not know who answers, so a member may answer there and to staff as well. Of
/// each unit <paramref name="Counted"/> are therefore the answers of the source that has more of them, so that it has
/// none twice. <paramref name="Asked"/> are the members who were asked. It is at least the number of answers, because
/// somebody who joined later can open the page and be asked by staff.
/// </summary>
public sealed record GainFigures(int Asked, GainAnswers Counted, GainAnswers OnPage, GainAnswers ByStaff)
{
    public int Answered => Counted.Answered;

    public int Scores => Counted.Scores;

    /// <inheritdoc cref="GainAnswers.Mean"/>
    public double? Mean => Counted.Mean;

    public static GainFigures Of(IEnumerable<UnitProgress> units) => units.Select(Of).Aggregate(
        new GainFigures(0, GainAnswers.None, GainAnswers.None, GainAnswers.None),
        (sum, unit) => new(
            sum.Asked + unit.Asked,
            sum.Counted + unit.Counted,
            sum.OnPage + unit.OnPage,
            sum.ByStaff + unit.ByStaff));

    static GainFigures Of(UnitProgress unit)
    {
        var onPage = new GainAnswers(unit.PageAnswered, unit.PageScores);
        var byStaff = new GainAnswers(unit.Answered - unit.PageAnswered, unit.Scores - unit.PageScores);
        var counted = byStaff.Answered > onPage.Answered ? byStaff : onPage;
        return new GainFigures(Math.Max(unit.Asked, counted.Answered), counted, onPage, byStaff);
    }
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
