using Community.Platform.Statistics;

namespace Community.Selling.Conversions;

public sealed record Forecast(double Orders, int Low, int High)
{
    public bool Contains(int orders) => orders >= Low && orders <= High;
}

/// <summary>Groups that are forecast alike. The holdout has no measured interest.</summary>
public enum ForecastClass
{
    Low,
    Medium,
    High,
    LinkOnly,

    /// <summary>As <see cref="Low"/>, heard without messages: from votes, clicks and what staff report.</summary>
    LowWithoutMessages,

    MediumWithoutMessages,

    HighWithoutMessages,
}

/// <summary>
/// Results of finished conversions in groups of one class. <paramref name="WithinInterval"/> counts groups whose orders
/// were in the 80 % interval; <paramref name="Expected"/> sums the forecasts and <paramref name="AbsoluteError"/> their
/// absolute errors, both in orders.
/// </summary>
public sealed record ForecastHistory(
    int Groups = 0,
    int Members = 0,
    int Orders = 0,
    int WithinInterval = 0,
    double Expected = 0,
    double AbsoluteError = 0)
{
    public static ForecastHistory None { get; } = new();

    public static ForecastHistory From(int members, int orders, Forecast forecast) => new(
        1, members, orders, forecast.Contains(orders) ? 1 : 0, forecast.Orders, Math.Abs(orders - forecast.Orders));

    public ForecastHistory Plus(ForecastHistory other) => new(
        Groups + other.Groups,
        Members + other.Members,
        Orders + other.Orders,
        WithinInterval + other.WithinInterval,
        Expected + other.Expected,
        AbsoluteError + other.AbsoluteError);

    public ForecastHistory Minus(ForecastHistory other) => new(
        Groups - other.Groups,
        Members - other.Members,
        Orders - other.Orders,
        WithinInterval - other.WithinInterval,
        Expected - other.Expected,
        AbsoluteError - other.AbsoluteError);
}

/// <summary>
/// Forecasts orders by a beta-binomial distribution. The prior weighs <see cref="PriorMembers"/> members. History
/// counts per member up to <see cref="MaxMembers"/>, because groups differ from each other.
/// </summary>
public static class Forecaster
{
    public const double PriorMembers = 50;

    public const double MaxMembers = 500;

    const double LowerQuantile = 0.1;
    const double UpperQuantile = 0.9;

    /// <summary>
    /// The class of a group. A level that was measured without messages means something else, because most people talk
    /// and few click: it has a prior and a history of its own.
    /// </summary>
    public static ForecastClass Classify(Arm arm, InterestLevel level, bool heardMessages = true) =>
        (arm, level, heardMessages) switch
        {
            (Arm.LinkOnly, _, _) => ForecastClass.LinkOnly,
            (_, InterestLevel.Low, true) => ForecastClass.Low,
            (_, InterestLevel.Medium, true) => ForecastClass.Medium,
            (_, _, true) => ForecastClass.High,
            (_, InterestLevel.Low, _) => ForecastClass.LowWithoutMessages,
            (_, InterestLevel.Medium, _) => ForecastClass.MediumWithoutMessages,
            _ => ForecastClass.HighWithoutMessages,
        };

    public static Forecast Predict(ForecastClass forecastClass, int members, ForecastHistory history)
    {
        // A member may order twice, and a probability cannot exceed one.
        var orders = Math.Min(history.Orders, history.Members);
        var weight = history.Members == 0 ? 0 : Math.Min(1, MaxMembers / history.Members);
        var prior = PriorShare(forecastClass);
        var alpha = (PriorMembers * prior) + (weight * orders);
        var beta = (PriorMembers * (1 - prior)) + (weight * (history.Members - orders));
        var orderers = new BetaBinomial(members, alpha, beta);
        return new Forecast(orderers.Mean, orderers.Quantile(LowerQuantile), orderers.Quantile(UpperQuantile));
    }

    public static double PriorShare(ForecastClass forecastClass) => forecastClass switch
    {
        ForecastClass.Low => 0.01,
        ForecastClass.Medium => 0.03,
        ForecastClass.High => 0.08,
        ForecastClass.LowWithoutMessages => 0.015,
        ForecastClass.MediumWithoutMessages => 0.04,
        ForecastClass.HighWithoutMessages => 0.1,
        _ => 0.02,
    };
}
