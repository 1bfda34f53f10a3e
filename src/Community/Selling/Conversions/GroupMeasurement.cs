namespace Community.Selling.Conversions;

/// <summary>
/// What was known of a group when its link went out, and stands: its members (one where the channel never told of any), the interest heard, and the
/// orders foretold from it.
/// </summary>
public sealed record GroupMeasurement(
    string GroupId, Arm Arm, int Members, InterestTally Interest, double Score, InterestLevel Level, Forecast Forecast, string Link, DateTimeOffset At);

/// <summary>What became of a group, and by how many orders the forecast was wrong (null where none was made).</summary>
public sealed record GroupResult(string GroupId, ConversionOutcome Outcome, double? ForecastError);
