using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>The figures by what they are about.</summary>
static class FigureSection
{
    const int MaxOpenRows = 40;

    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">平均是所有种子的平均；80 % 的种子落在区间里。条上的浅色块是区间，竖线是平均；");
        html.Write($"同一类里同名的数字用同一个刻度。</p>\n");
        foreach (var scope in data.Figures.GroupBy(figure => figure.Scope).OrderBy(scope => scope.Key))
            WriteScope(html, data, scope.Key, [.. scope]);
    }

    static void WriteScope(
        HtmlWriter html, ReportData data, RehearsalScope scope, IReadOnlyList<RehearsalFigure> figures)
    {
        var name = ReportWords.Scope(scope);
        var isLong = figures.Count > MaxOpenRows;
        html.Write($"<h3>{name}</h3>\n");
        if (isLong) html.Write($"<details><summary>{figures.Count} 个数字</summary>\n");
        HtmlTable.BeginWithHiddenCaption(html, $"数字：{name}", "指标", "#平均", "#80 % 区间", "图");
        var scales = figures.GroupBy(figure => figure.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(figure => figure.High), StringComparer.Ordinal);
        foreach (var subject in figures.GroupBy(figure => figure.Id, StringComparer.Ordinal))
        {
            if (subject.Key is { } id) WriteSubject(html, scope == RehearsalScope.Group ? data.GroupName(id) : id, id);
            foreach (var figure in subject) WriteFigure(html, figure, scales[figure.Name]);
        }

        HtmlTable.End(html);
        if (isLong) html.Write($"</details>\n");
    }

    static void WriteSubject(HtmlWriter html, string name, string id)
    {
        html.Write($"</tbody><tbody><tr class=\"subject\"><th scope=\"rowgroup\" colspan=\"4\">{name}");
        if (!string.Equals(name, id, StringComparison.Ordinal)) html.Write($" <span class=\"id\">{id}</span>");
        html.Write($"</th></tr>\n");
    }

    static void WriteFigure(HtmlWriter html, RehearsalFigure figure, double max)
    {
        var name = ReportWords.Figure(figure.Name);
        var mean = ReportFormat.Figure(figure.Name, figure.Mean);
        var band = ReportFormat.Band(figure.Name, figure.Low, figure.High);
        html.Write($"<tr><th scope=\"row\">{name}</th><td class=\"number strong\">{mean}</td>");
        html.Write($"<td class=\"number\">{band}</td><td>");
        BandBar.Write(html, figure.Mean, figure.Low, figure.High, max, $"{name}：平均 {mean}，区间 {band}");
        html.Write($"</td></tr>\n");
    }
}
