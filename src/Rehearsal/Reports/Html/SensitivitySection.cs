using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>The most influential assumptions, for each figure as a chart and as a table.</summary>
static class SensitivitySection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">每次只改一个假设，其余不动。条越长，这个假设越要紧，越值得用真实数据核对。");
        html.Write($"空心是假设取低值时的数字，实心是取高值时的。</p>\n");
        foreach (var figure in data.Sensitivity.GroupBy(influence => influence.Figure, StringComparer.Ordinal))
        {
            var influences = figure
                .OrderByDescending(influence => Math.Abs(influence.AtHigh - influence.AtLow))
                .ToList();
            html.Write($"<h3>{ReportWords.Figure(figure.Key)}</h3>\n");
            TornadoChart.Write(html, figure.Key, influences, FindBase(data, figure.Key));
            WriteTable(html, figure.Key, influences);
        }
    }

    static double? FindBase(ReportData data, string figure) =>
        data.Figures.FirstOrDefault(own => own.Scope == RehearsalScope.Brand && own.Name == figure)?.Mean;

    static void WriteTable(HtmlWriter html, string figure, IReadOnlyList<RehearsalInfluence> influences)
    {
        var name = ReportWords.Figure(figure);
        HtmlTable.Begin(
            html, $"{name}随假设的变化", "假设", "#低值", $"#低值时的{name}", "#高值", $"#高值时的{name}", "#相差");
        foreach (var influence in influences)
        {
            var assumption = influence.Assumption;
            html.Write($"<tr><th scope=\"row\">{AssumptionWords.Name(assumption)}</th>");
            html.Write($"<td class=\"number\">{AssumptionWords.Value(assumption, influence.LowValue)}</td>");
            html.Write($"<td class=\"number\">{ReportFormat.Figure(figure, influence.AtLow)}</td>");
            html.Write($"<td class=\"number\">{AssumptionWords.Value(assumption, influence.HighValue)}</td>");
            html.Write($"<td class=\"number\">{ReportFormat.Figure(figure, influence.AtHigh)}</td>");
            html.Write($"<td class=\"number strong\">");
            html.Write($"{ReportFormat.Signed(figure, influence.AtHigh - influence.AtLow)}</td></tr>\n");
        }

        HtmlTable.End(html);
    }
}
