using System.Text.Json.Serialization;
using Community.Platform.Statistics;

namespace Community.Insights;

/// <summary>
/// The figures of one campaign. <paramref name="Inviters"/> have a credited invitee, <paramref name="Qualified"/>
/// reached the target, <paramref name="Retained"/> are members after a week, or now before the week ends.
/// <paramref name="LaterOrders"/> are attributed orders of the members, <paramref name="Clickers"/> members whom the
/// campaign's codes brought and who followed a link of their own.
/// </summary>
public sealed record ModeFigures(
    int Participants,
    int Inviters,
    int Qualified,
    int Joins,
    int Retained,
    double Days,
    int LaterOrders = 0,
    int Clickers = 0)
{
    [JsonPropertyName("inviting")]
    public Proportion InviterShare => new(Inviters, Participants);

    [JsonPropertyName("reaching")]
    public Proportion QualifiedShare => new(Qualified, Participants);

    [JsonPropertyName("staying")]
    public Proportion RetainedShare => new(Retained, Joins);

    public double JoinsPerDay => Joins / Days;

    public double OrdersPerMember => Joins == 0 ? 0 : (double)LaterOrders / Joins;
}

/// <summary>The difference of a figure between two campaigns, with its 95 % interval.</summary>
public sealed record Difference(
    string Figure, double A, double B, [property: JsonPropertyName("difference")] double Value, double Low, double High)
{
    public bool EnoughData => !new Interval(Low, High).SpansZero;

    public string Sentence => EnoughData
        ? FormattableString.Invariant(
            $"{Figure}: a is {Comparative} than b by {Math.Abs(Value):0.###} ({IntervalText})")
        : "not enough data";

    string Comparative => Value > 0 ? "higher" : "lower";

    string IntervalText => FormattableString.Invariant($"95 % interval {Low:0.###} to {High:0.###}");
}

public static class ModeComparison
{
    /// <summary>
    /// The differences of shares, by Newcombe's interval, and of Poisson rates, by the intervals of both rates (Zou
    /// and Donner 2008, Statistics in Medicine 27, 1693-1702). Orders are compared when both campaigns have members
    /// and one has orders.
    /// </summary>
    public static IReadOnlyList<Difference> Compare(ModeFigures a, ModeFigures b) =>
    [
        Rates("joinsPerDay", (a.Joins, a.Days), (b.Joins, b.Days)),
        Shares("invitedSomebody", a.InviterShare, b.InviterShare),
        Shares("reachedTarget", a.QualifiedShare, b.QualifiedShare),
        Shares("retainedAfter7Days", a.RetainedShare, b.RetainedShare),
        .. LaterOrders(a, b),
    ];

    static IEnumerable<Difference> LaterOrders(ModeFigures a, ModeFigures b) =>
        a.LaterOrders + b.LaterOrders > 0 && a.Joins > 0 && b.Joins > 0
            ? [Rates("laterOrdersPerMember", (a.LaterOrders, a.Joins), (b.LaterOrders, b.Joins))]
            : [];

    static Difference Shares(string figure, Proportion a, Proportion b) =>
        Create(figure, a.Share, b.Share, a.Minus(b));

    static Difference Rates(string figure, (int Count, double Exposure) a, (int Count, double Exposure) b)
    {
        var (rateA, rateB) = (a.Count / a.Exposure, b.Count / b.Exposure);
        var intervalA = PoissonRate.ConfidenceInterval(a.Count, a.Exposure);
        var intervalB = PoissonRate.ConfidenceInterval(b.Count, b.Exposure);
        return Create(figure, rateA, rateB, Interval.OfDifference((rateA, intervalA), (rateB, intervalB)));
    }

    static Difference Create(string figure, double a, double b, Interval interval) =>
        new(figure, a, b, a - b, interval.Low, interval.High);
}
