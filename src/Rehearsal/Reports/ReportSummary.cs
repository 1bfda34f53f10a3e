using System.Globalization;
using System.Text;
using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports;

/// <summary>A few lines about a report, for the terminal.</summary>
static class ReportSummary
{
    const int MaxWarnings = 12;

    public static string Text(RehearsalReport report, IReadOnlyList<string> written)
    {
        var text = new StringBuilder();
        foreach (var figure in report.Figures!.Where(figure => figure.Scope is RehearsalScope.Brand))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{figure.Name,-16} {figure.Mean,10:0.#}  80 % of the seeds: {figure.Low:0.#} to {figure.High:0.#}");
        }

        foreach (var warning in report.Warnings!.Take(MaxWarnings))
            text.AppendLine(CultureInfo.InvariantCulture, $"! {warning.Text} ({warning.Seeds}/{report.Seeds!.Count})");
        foreach (var path in written) text.AppendLine(path);
        return text.ToString().TrimEnd();
    }
}
