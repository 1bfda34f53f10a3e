using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>What happened with the first seed: an overview, and a list for each local day.</summary>
static class TimelineSection
{
    const int TextLength = 120;

    public static void Write(HtmlWriter html, ReportData data)
    {
        var seed = data.Report.Seeds is [var first, ..] ? $"（{first} 号）" : "";
        html.Write($"<p class=\"note\">第一个种子{seed}里发生的事，共 {data.Timeline.Count} 条。</p>\n");
        SwimLanes.Write(html, data);
        html.Write($"<h3>每天</h3>\n");
        var isFirst = true;
        foreach (var day in data.Timeline.GroupBy(entry => data.DateOf(entry.At)))
        {
            WriteDay(html, data, day.Key, [.. day], isFirst);
            isFirst = false;
        }
    }

    static void WriteDay(
        HtmlWriter html, ReportData data, DateOnly date, IReadOnlyList<RehearsalEntry> entries, bool isOpen)
    {
        var title = ReportFormat.Date(date);
        html.Write(isOpen ? (FormattableString)$"<details open>" : $"<details>");
        html.Write($"<summary>{title} <span class=\"muted\">{entries.Count} 条</span></summary>\n");
        HtmlTable.BeginWithHiddenCaption(html, $"时间线：{title}", "时间", "什么", "内容", "群", "来源", "谁");
        foreach (var entry in entries) WriteEntry(html, data, entry);
        HtmlTable.End(html);
        html.Write($"</details>\n");
    }

    static void WriteEntry(HtmlWriter html, ReportData data, RehearsalEntry entry)
    {
        html.Write($"<tr><th scope=\"row\">{ReportFormat.Time(data.ToLocal(entry.At))}</th>");
        html.Write($"<td class=\"nowrap\">{ReportWords.Kind(entry.Kind)}");
        if (entry.Count > 1) html.Write($" <span class=\"muted\">×{entry.Count}</span>");
        html.Write($"</td><td class=\"text\">");
        WriteText(html, entry.Text);
        html.Write($"</td><td>{(entry.GroupId is { } group ? data.GroupName(group) : "—")}</td>");
        html.Write($"<td>{(entry.Origin is { } origin ? ReportWords.Origin(origin) : "—")}");
        if (entry.PlanId is { } plan) html.Write($" <span class=\"id\">{plan}</span>");
        html.Write($"</td><td>{DoneBy(data, entry)}</td></tr>\n");
    }

    static void WriteText(HtmlWriter html, string text)
    {
        var beginning = ReportFormat.Shorten(text, TextLength);
        if (beginning.Length == text.Length)
            html.Write($"{text}");
        else
            html.Write($"<details class=\"whole\"><summary>{beginning}</summary><div>{text}</div></details>");
    }

    static string DoneBy(ReportData data, RehearsalEntry entry)
    {
        if (entry.By is { } by) return data.StaffName(by);
        return entry.Kind is RehearsalEntryKind.Message or RehearsalEntryKind.PrivateMessages ? "平台" : "—";
    }
}
