using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>How the groups filled.</summary>
static class GroupSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">条的全长是群的容量。群满的时间是 80 % 的种子第一次满的时间。</p>\n");
        HtmlTable.Begin(
            html, "各群结束时的人数", "群", "#容量", "#平均人数", "#80 % 区间", "图", "#满的种子", "第一次满", "下一个群");
        foreach (var group in data.Groups) WriteRow(html, data, group);
        HtmlTable.End(html);
    }

    static void WriteRow(HtmlWriter html, ReportData data, RehearsalGroup group)
    {
        var mean = ReportFormat.Number(group.Mean);
        var band = ReportFormat.Band("members", group.Low, group.High);
        html.Write($"<tr><th scope=\"row\">{group.Name} <span class=\"id\">{group.Id}</span></th>");
        html.Write($"<td class=\"number\">{group.Capacity}</td><td class=\"number strong\">{mean}</td>");
        html.Write($"<td class=\"number\">{band}</td><td>");
        var title = $"{group.Name}：平均 {mean} 人，区间 {band}，容量 {group.Capacity}";
        BandBar.Write(html, group.Mean, group.Low, group.High, group.Capacity, title);
        html.Write($"</td><td class=\"number\">{group.SeedsFull}/{data.Seeds}</td>");
        html.Write($"<td class=\"nowrap\">{FullOf(data, group)}</td>");
        html.Write($"<td>{(group.NextGroupId is { } next ? data.GroupName(next) : "—")}</td></tr>\n");
    }

    static string FullOf(ReportData data, RehearsalGroup group)
    {
        if (group is not { FullFrom: { } from, FullTo: { } to }) return "—";
        var (first, last) = (ReportFormat.Instant(data.ToLocal(from)), ReportFormat.Instant(data.ToLocal(to)));
        return string.Equals(first, last, StringComparison.Ordinal) ? first : $"{first} 到 {last}";
    }
}
