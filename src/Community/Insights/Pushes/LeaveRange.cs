using Community.Platform.Statistics;

namespace Community.Insights.Pushes;

/// <summary>Leaves of the same hours of one earlier day, of those members who could leave.</summary>
public sealed record LeaveDay(int Members, int Leaves);

/// <summary>The leaves that a group's own last <paramref name="Days"/> let expect.</summary>
public sealed record LeaveRange(int Low, int High, int Days)
{
    /// <summary>With fewer days nothing is expected.</summary>
    public const int MinDays = 7;

    public const int MaxDays = 14;

    /// <summary>
    /// A group whose members leave at a constant rate is above the range with at most this chance, and below it with at
    /// most the same.
    /// </summary>
    public const double NominalRate = 0.01;

    /// <summary>
    /// The range for so many members: beta-binomial quantiles. Their priors, Beta(1, 0) above and Beta(0, 1) below,
    /// give prediction limits that hold whatever the rate is (Thatcher 1964, J. R. Stat. Soc. B 26, 176-210). Null with
    /// too few days.
    /// </summary>
    public static LeaveRange? Predict(int members, IReadOnlyList<LeaveDay> days)
    {
        if (days.Count < MinDays) return null;
        var could = days.Sum(day => day.Members);
        var left = Math.Min(days.Sum(day => day.Leaves), could);
        var stayed = could - left;
        var high = stayed == 0
            ? members
            : new BetaBinomial(members, left + 1, stayed).Quantile(1 - NominalRate);
        var low = left == 0 ? 0 : new BetaBinomial(members, left, stayed + 1).Quantile(NominalRate);
        return new LeaveRange(Math.Min(low, high), high, days.Count);
    }
}
