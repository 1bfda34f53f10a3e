using Community.Platform.Statistics;

namespace Community.Selling.Conversions;

/// <summary>Orders that are expected in one group, and the range in which they are in 80 of 100 cases.</summary>
public sealed record Forecast(double Orders, int Low, int High)
{
    /// <summary>True when so many orders are within the range.</summary>
    public bool Contains(int orders) => orders >= Low && orders <= High;
}

/// <summary>Like with like: groups at one level of interest, or those of the holdout, whose interest nobody asked for.</summary>
public enum ForecastClass
{
    /// <summary>Warmed up, little interest.</summary>
    Low,

    /// <summary>Warmed up, some interest.</summary>
    Medium,

    /// <summary>Warmed up, much interest.</summary>
    High,

    /// <summary>Not warmed up.</summary>
    LinkOnly,
}

/// <summary>What finished conversions brought in groups of one class, and how well that was foretold.</summary>
public sealed record ForecastHistory(int Groups = 0, int Members = 0, int Orders = 0, int Within = 0, double Expected = 0, double AbsoluteError = 0)
{
    /// <summary>Nothing yet.</summary>
    public static ForecastHistory None { get; } = new();

    /// <summary>One group: its members, its orders, and what had been foretold.</summary>
    public static ForecastHistory From(int members, int orders, Forecast forecast) =>
        new(1, members, orders, forecast.Contains(orders) ? 1 : 0, forecast.Orders, Math.Abs(orders - forecast.Orders));

    /// <summary>Both together.</summary>
    public ForecastHistory Plus(ForecastHistory other) => new(
        Groups + other.Groups, Members + other.Members, Orders + other.Orders, Within + other.Within, Expected + other.Expected, AbsoluteError + other.AbsoluteError);

    /// <summary>This without the other.</summary>
    public ForecastHistory Minus(ForecastHistory other) => new(
        Groups - other.Groups, Members - other.Members, Orders - other.Orders, Within - other.Within, Expected - other.Expected, AbsoluteError - other.AbsoluteError);
}

/// <summary>
/// Foretells orders by a beta-binomial. Without history the chance that a member orders is taken to be 1 % at low interest, 3 % at medium, 8 % at high
/// and 2 % without a warm-up, each with the weight of <see cref="PriorMembers"/> members. History counts member by member, up to the weight of
/// <see cref="MaxMembers"/>: groups differ, and a thousand members of other groups do not say exactly what this one does.
/// </summary>
public static class Forecaster
{
    /// <summary>How many members the prior weighs as much as.</summary>
    public const double PriorMembers = 50;

    /// <summary>How many members history weighs as much as, at most.</summary>
    public const double MaxMembers = 500;

    const double LowerShare = 0.1;
    const double UpperShare = 0.9;

    /// <summary>The class of a group.</summary>
    public static ForecastClass ClassOf(Arm arm, InterestLevel level) => arm is Arm.LinkOnly ? ForecastClass.LinkOnly : level switch
    {
        InterestLevel.Low => ForecastClass.Low,
        InterestLevel.Medium => ForecastClass.Medium,
        _ => ForecastClass.High,
    };

    /// <summary>The forecast for a group of so many members.</summary>
    public static Forecast Predict(ForecastClass like, int members, ForecastHistory history)
    {
        // A member may order twice; a chance cannot be above one.
        var orders = Math.Min(history.Orders, history.Members);
        var weight = history.Members == 0 ? 0 : Math.Min(1, MaxMembers / history.Members);
        var alpha = (PriorMembers * PriorShare(like)) + (weight * orders);
        var beta = (PriorMembers * (1 - PriorShare(like))) + (weight * (history.Members - orders));
        var orderers = new BetaBinomial(members, alpha, beta);
        return new Forecast(orderers.Mean, orderers.Quantile(LowerShare), orderers.Quantile(UpperShare));
    }

    /// <summary>The chance that a member orders, as long as nothing is known.</summary>
    public static double PriorShare(ForecastClass like) => like switch
    {
        ForecastClass.Low => 0.01,
        ForecastClass.Medium => 0.03,
        ForecastClass.High => 0.08,
        _ => 0.02,
    };
}
