namespace Community.Selling.Conversions;

/// <summary>
/// What is measured in a group once, when its link is sent. <paramref name="Members"/> is at least one;
/// <paramref name="Score"/> is in points per 100 members.
/// </summary>
public sealed record GroupMeasurement(
    string GroupId,
    Arm Arm,
    int Members,
    InterestTally Interest,
    double Score,
    InterestLevel Level,
    Forecast Forecast,
    string Link,
    DateTimeOffset At)
{
    /// <summary>False where the platform does not tell what members say.</summary>
    public bool HeardMessages { get; init; } = true;

    public ForecastClass ForecastClass => Forecaster.Classify(Arm, Level, HeardMessages);
}

/// <summary>The final outcome of a group. <paramref name="ForecastError"/> is orders minus forecast.</summary>
public sealed record GroupResult(string GroupId, ConversionOutcome Outcome, double? ForecastError);
