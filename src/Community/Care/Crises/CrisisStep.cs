namespace Community.Care.Crises;

/// <summary>What the owner of a crisis does, in this order.</summary>
public enum CrisisStep
{
    /// <summary>核实: what happened, and to whom.</summary>
    Verify,

    /// <summary>回应: a first statement to the groups.</summary>
    Respond,

    /// <summary>安抚: an answer to each person who complains.</summary>
    Contact,

    /// <summary>复盘: the report with which the crisis is resolved.</summary>
    Review,
}

/// <summary>
/// The deadlines of a crisis, from its beginning. Silence feeds a crisis, so the first statement is due within two
/// hours, when not all facts are known.
/// </summary>
public static class CrisisDeadlines
{
    public static TimeSpan Of(CrisisStep step) => step switch
    {
        CrisisStep.Verify => TimeSpan.FromHours(1),
        CrisisStep.Respond => TimeSpan.FromHours(2),
        CrisisStep.Contact => TimeSpan.FromHours(24),
        CrisisStep.Review => TimeSpan.FromHours(72),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
