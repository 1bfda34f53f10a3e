using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>
/// A report as one HTML page in Chinese. The page needs nothing else: no script, no address, no file.
/// </summary>
static class ReportPage
{
    static readonly ReportSection[] Sections =
    [
        new("warnings", "提醒", _ => true, WarningSection.Write),
        new("figures", "数字", report => report.Figures.Count > 0, FigureSection.Write),
        new("timeline", "时间线", report => report.Timeline.Count > 0, TimelineSection.Write),
        new("staff", "人手", report => report.Staff.Count > 0, StaffSection.Write),
        new("skipped", "没有发出的", _ => true, SkippedSection.Write),
        new("groups", "群", report => report.Groups.Count > 0, GroupSection.Write),
        new("stock", "库存和预算", report => report.Stock.Count > 0, StockSection.Write),
        new("comparison", "和另一份计划比", report => report.Differences.Count > 0, ComparisonSection.Write),
        new("sensitivity", "哪些假设最要紧", report => report.Sensitivity.Count > 0, SensitivitySection.Write),
        new("simulated", "模拟了什么", report => report.Report.Simulated is [_, ..], AssumptionSection.WriteSimulated),
        new("assumptions", "假设", report => report.Assumptions.Count > 0, AssumptionSection.Write),
    ];

    /// <summary>The whole page. The same report always gives the same text.</summary>
    public static string Render(RehearsalReport report)
    {
        var data = new ReportData(report);
        var sections = Sections.Where(section => section.Applies(data)).ToList();
        var html = new HtmlWriter();
        WriteHead(html, data);
        HeaderSection.Write(html, data, sections);
        html.Write($"<main>\n");
        foreach (var section in sections)
        {
            html.Write($"<section id=\"{section.Id}\"><h2>{section.Title}</h2>\n");
            section.Write(html, data);
            html.Write($"</section>\n");
        }

        html.Write($"</main>\n</div></body>\n</html>\n");
        return html.ToString();
    }

    static void WriteHead(HtmlWriter html, ReportData data)
    {
        html.Write($"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>彩排报告 {data.Report.BrandId}</title>

            """);
        html.WriteTrusted($"<style>\n{ReportStyle.Text}</style>\n");
        html.Write($"</head>\n<body><div class=\"page\">\n");
    }
}
