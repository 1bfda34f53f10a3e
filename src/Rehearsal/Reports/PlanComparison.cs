using Community.Platform.Statistics;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>Compares two plans by the runs of the same seeds.</summary>
static class PlanComparison
{
    const int Digits = 4;

    /// <summary>
    /// The differences of the figures that both plans have: the other minus this, with the 95 % interval of paired
    /// differences (Student's t), because a seed has the same people in both. One seed tells no difference.
    /// </summary>
    public static RehearsalComparison Compare(
        IReadOnlyList<RunResult> these, string otherDigest, IReadOnlyList<RunResult> others) => new(
        otherDigest,
        [
            .. from figure in these[0].Figures
               where others[0].Figures.Any(other =>
                   other.Scope == figure.Scope && other.Id == figure.Id && other.Name == figure.Name)
               select Difference(figure, these, others),
        ]);

    static RehearsalDifference Difference(
        RunFigure figure, IReadOnlyList<RunResult> these, IReadOnlyList<RunResult> others)
    {
        double[] values = [.. these.Select(run => run.ValueOf(figure))];
        double[] otherValues = [.. others.Select(run => run.ValueOf(figure))];
        double[] differences = [.. otherValues.Zip(values, (other, value) => other - value)];
        var (mean, half) = (differences.Average(), HalfWidth(differences));
        return new RehearsalDifference(
            figure.Scope,
            figure.Id,
            figure.Name,
            Round(values.Average()),
            Round(otherValues.Average()),
            Round(mean),
            Round(mean - half),
            Round(mean + half),
            differences.Length > 1 && (mean - half > 0 || mean + half < 0));
    }

    static double HalfWidth(double[] values)
    {
        if (values.Length < 2) return 0;
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return StudentT.Upper(values.Length - 1) * Math.Sqrt(variance / values.Length);
    }

    static double Round(double value) => Math.Round(value, Digits);
}
