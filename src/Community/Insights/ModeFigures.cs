using System.Text.Json.Serialization;
using Community.Platform.Statistics;

namespace Community.Insights;

/// <summary>
/// What is known of one campaign: participants, those of them who invited somebody who counts and who reached the target, people who came by them,
/// those of them who were there after a week (or are now, where the week is not over), the days it was open, and the orders of its members that
/// carry a link or follow a click, where any are known.
/// </summary>
public sealed record ModeFigures(int Participants, int Inviters, int Qualified, int Joins, int Retained, double Days, int LaterOrders = 0)
{
    /// <summary>The share of participants who invited at least one.</summary>
    public Proportion Inviting => new(Inviters, Participants);

    /// <summary>The share of participants who reached the target.</summary>
    public Proportion Reaching => new(Qualified, Participants);

    /// <summary>The share of those who came that were there after a week.</summary>
    public Proportion Staying => new(Retained, Joins);

    /// <summary>People who came, a day.</summary>
    public double JoinsPerDay => Joins / Days;

    /// <summary>Orders for each of those who came; zero where nobody did.</summary>
    public double OrdersPerMember => Joins == 0 ? 0 : (double)LaterOrders / Joins;
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
    /// Shares by Newcombe's interval; joins a day, and orders a member where there are any, as the difference of two Poisson rates, which is joined from the intervals of each in the same way
    /// (Zou and Donner 2008, Statistics in Medicine 27, 1693-1702).
    /// </summary>
    public static IReadOnlyList<Difference> Between(ModeFigures a, ModeFigures b) =>
    [
        Rates("joinsPerDay", (a.Joins, a.Days), (b.Joins, b.Days)),
        Shares("invitedSomebody", a.Inviting, b.Inviting),
        Shares("reachedTarget", a.Reaching, b.Reaching),
        Shares("retainedAfter7Days", a.Staying, b.Staying),
        .. a.LaterOrders + b.LaterOrders > 0 && a.Joins > 0 && b.Joins > 0 ? [Rates("laterOrdersPerMember", (a.LaterOrders, a.Joins), (b.LaterOrders, b.Joins))] : Array.Empty<Difference>(),
    ];

    static Difference Shares(string figure, Proportion a, Proportion b) => Create(figure, a.Share, b.Share, a.Minus(b));

    static Difference Rates(string figure, (int Count, double Over) a, (int Count, double Over) b)
    {
        var (one, other) = (a.Count / a.Over, b.Count / b.Over);
        return Create(figure, one, other, PoissonRate.Minus((one, PoissonRate.ConfidenceInterval(a.Count, a.Over)), (other, PoissonRate.ConfidenceInterval(b.Count, b.Over))));
    }

    static Difference Create(string figure, double a, double b, Interval interval) => new(figure, a, b, a - b, interval.Low, interval.High);
}
