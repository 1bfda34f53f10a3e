using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>The differences to other plans with the same people.</summary>
static class ComparisonSection
{
    const string NotEnough = "差别不够大，看不出来";

    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">同样的人，换成另一份计划（<span class=\"id\">{data.Report.Comparison?.PlanDigest}</span>）。");
        html.Write($"差别是另一份减去这一份；95 % 区间跨过 0 时，这些种子分不出高低。</p>\n");
        HtmlTable.Begin(
            html, "另一份计划和这一份的差别", "对象", "指标", "#这一份", "#另一份", "#差别", "#95 % 区间", "结论");
        foreach (var difference in data.Differences) WriteRow(html, data, difference);
        HtmlTable.End(html);
    }

    static void WriteRow(HtmlWriter html, ReportData data, RehearsalDifference difference)
    {
        var name = difference.Name;
        html.Write($"<tr><th scope=\"row\">{SubjectOf(data, difference)}</th><td>{ReportWords.Figure(name)}</td>");
        html.Write($"<td class=\"number\">{ReportFormat.Figure(name, difference.This)}</td>");
        html.Write($"<td class=\"number\">{ReportFormat.Figure(name, difference.Other)}</td>");
        html.Write($"<td class=\"number strong\">{ReportFormat.Signed(name, difference.Difference)}</td>");
        html.Write($"<td class=\"number\">{ReportFormat.Signed(name, difference.Low)} 到 ");
        html.Write($"{ReportFormat.Signed(name, difference.High)}</td>");
        var weight = difference.IsEnough ? "strong" : "muted";
        html.Write($"<td class=\"{weight}\">{ConclusionOf(difference)}</td></tr>\n");
    }

    static string SubjectOf(ReportData data, RehearsalDifference difference)
    {
        var scope = ReportWords.Scope(difference.Scope);
        if (difference.Id is not { } id) return scope;
        return $"{scope} {(difference.Scope == RehearsalScope.Group ? data.GroupName(id) : id)}";
    }

    static string ConclusionOf(RehearsalDifference difference)
    {
        if (!difference.IsEnough) return NotEnough;
        return difference.Difference > 0 ? "另一份更高" : "另一份更低";
    }
}
