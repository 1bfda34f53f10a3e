using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>What was not sent and why.</summary>
static class SkippedSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Skipped.Count == 0)
        {
            html.Write($"<p>没有。计划里的消息都发出了。</p>\n");
            return;
        }

        HtmlTable.Begin(
            html, "没有发出的消息，按原因", "原因", "群", "来源", "计划", "#平均条数", "#种子", "第一次");
        foreach (var skip in data.Skipped) WriteRow(html, data, skip);
        HtmlTable.End(html);
    }

    static void WriteRow(HtmlWriter html, ReportData data, RehearsalSkip skip)
    {
        var group = skip.GroupId is { } id ? data.GroupName(id) : "—";
        html.Write($"<tr><th scope=\"row\" class=\"text\">{SkipWords.Reason(skip.Reason)}</th><td>{group}</td>");
        html.Write($"<td>{ReportWords.Origin(skip.Origin)}</td><td>{skip.PlanId ?? "—"}</td>");
        html.Write($"<td class=\"number\">{ReportFormat.Number(skip.Mean)}</td>");
        html.Write($"<td class=\"number\">{skip.Seeds}/{data.Seeds}</td>");
        html.Write($"<td class=\"nowrap\">{ReportFormat.Instant(data.ToLocal(skip.FirstAt))}</td></tr>\n");
    }
}
