using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>What is simulated, and the numbers that simulated people follow.</summary>
static class AssumptionSection
{
    public static void WriteSimulated(HtmlWriter html, ReportData data)
    {
        html.Write($"<ul class=\"lines\">\n");
        foreach (var line in data.Report.Simulated ?? []) html.Write($"<li class=\"text\">{line}</li>\n");
        html.Write($"</ul>\n");
    }

    public static void Write(HtmlWriter html, ReportData data)
    {
        HtmlTable.Begin(html, "模拟的人按这些数字行动", "假设", "#数值", "来源");
        foreach (var assumption in data.Assumptions) WriteRow(html, assumption);
        HtmlTable.End(html);
    }

    static void WriteRow(HtmlWriter html, RehearsalAssumption assumption)
    {
        html.Write($"<tr><th scope=\"row\">");
        if (AssumptionWords.FindName(assumption.Name) is { } name) html.Write($"{name} ");
        html.Write($"<span class=\"id\">{assumption.Name}</span></th>");
        html.Write($"<td class=\"number\">{AssumptionWords.Value(assumption.Name, assumption.Value)}</td>");
        html.Write($"<td class=\"text\">{AssumptionWords.Source(assumption.Source)}</td></tr>\n");
    }
}
