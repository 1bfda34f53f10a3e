using System.Text.Json.Serialization;

namespace Community.Insights;

/// <summary>
/// What is known of one campaign: participants, those of them who invited somebody who counts and who reached the target, people who came by them
/// and those of them who were there after a week (or are now, where the week is not over), and the days it was open.
/// </summary>
public sealed record ModeFigures(int Participants, int Inviters, int Qualified, int Joins, int Retained, double Days)
{
    /// <summary>The share of participants who invited at least one.</summary>
    public Proportion Inviting => new(Inviters, Participants);

    /// <summary>The share of participants who reached the target.</summary>
    public Proportion Reaching => new(Qualified, Participants);

    /// <summary>The share of those who came that were there after a week.</summary>
    public Proportion Staying => new(Retained, Joins);

    /// <summary>People who came, a day.</summary>
    public double JoinsPerDay => Joins / Days;
}

/// <summary>How a figure of one campaign differs from that of another, with its 95 % interval. <c>EnoughData</c> is false where that spans zero.</summary>
public sealed record Difference(string Figure, double A, double B, [property: JsonPropertyName("difference")] double Value, double Low, double High)
{
    /// <summary>True when the difference is not zero in 95 of 100 cases.</summary>
    public bool EnoughData => !new Interval(Low, High).SpansZero;

    /// <summary>The difference in a plain sentence.</summary>
    public string Sentence => EnoughData
        ? FormattableString.Invariant(
            $"{Figure}: a is {(Value > 0 ? "higher" : "lower")} than b by {Math.Abs(Value):0.###} (95 % interval {Low:0.###} to {High:0.###})")
        : "not enough data";
}

/// <summary>Holds two campaigns against each other.</summary>
public static class ModeComparison
{
    /// <summary>
    /// Shares by Newcombe's interval; joins a day as the difference of two Poisson rates, which is joined from the intervals of each in the same way
    /// (Zou and Donner 2008, Statistics in Medicine 27, 1693-1702).
    /// </summary>
    public static IReadOnlyList<Difference> Between(ModeFigures a, ModeFigures b) =>
    [
        Rates(a, b),
        Shares("invitedSomebody", a.Inviting, b.Inviting),
        Shares("reachedTarget", a.Reaching, b.Reaching),
        Shares("retainedAfter7Days", a.Staying, b.Staying),
    ];

    static Difference Shares(string figure, Proportion a, Proportion b) => Of(figure, a.Share, b.Share, a.Minus(b));

    static Difference Rates(ModeFigures a, ModeFigures b)
    {
        var (one, other) = (PoissonRate.Of(a.Joins, a.Days), PoissonRate.Of(b.Joins, b.Days));
        return Of("joinsPerDay", a.JoinsPerDay, b.JoinsPerDay, PoissonRate.Minus((a.JoinsPerDay, one), (b.JoinsPerDay, other)));
    }

    static Difference Of(string figure, double a, double b, Interval interval) => new(figure, a, b, a - b, interval.Low, interval.High);
}
