using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>What each person had to do, by day and hour.</summary>
static class StaffSection
{
    const int Levels = 5;

    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">每格是那一小时的平均待办和操作数，颜色越深越多。一天的区间是各小时 80 % 区间之和，");
        html.Write($"比真实的区间宽。</p>\n");
        var hours = data.Staff.Select(hour => data.ToLocal(hour.Hour).Hour).ToList();
        var scale = new HourScale(hours.Min(), hours.Max(), data.Staff.Max(hour => hour.Mean));
        foreach (var person in data.Staff.GroupBy(hour => hour.Owner, StringComparer.Ordinal))
            WritePerson(html, data, person.Key, [.. person], scale);
    }

    static void WritePerson(
        HtmlWriter html, ReportData data, string? owner, IReadOnlyList<RehearsalStaffHour> hours, HourScale scale)
    {
        var name = owner is null ? "没有负责人的群" : data.StaffName(owner);
        var total = ReportFormat.Number(hours.Sum(hour => hour.Mean));
        html.Write($"<h3>{name} <span class=\"muted\">共 {total}</span></h3>\n");
        HtmlTable.BeginWithHiddenCaption(
            html, $"{name}：每天每小时的平均待办数", ["日期", .. scale.Headings, "#一天", "#区间"]);
        foreach (var day in hours.GroupBy(hour => data.DateOf(hour.Hour)).OrderBy(day => day.Key))
            WriteDay(html, data, day.Key, [.. day], scale);
        HtmlTable.End(html);
    }

    static void WriteDay(
        HtmlWriter html, ReportData data, DateOnly date, IReadOnlyList<RehearsalStaffHour> hours, HourScale scale)
    {
        var means = hours.ToLookup(hour => data.ToLocal(hour.Hour).Hour, hour => hour.Mean);
        html.Write($"<tr><th scope=\"row\">{ReportFormat.Date(date)}</th>");
        for (var hour = scale.First; hour <= scale.Last; hour++)
        {
            if (means.Contains(hour)) WriteHour(html, means[hour].Sum(), scale.Max);
            else html.Write($"<td class=\"heat\"></td>");
        }

        var band = ReportFormat.Band("tasks", hours.Sum(hour => hour.Low), hours.Sum(hour => hour.High));
        html.Write($"<td class=\"number strong\">{ReportFormat.Number(hours.Sum(hour => hour.Mean))}</td>");
        html.Write($"<td class=\"number\">{band}</td></tr>\n");
    }

    static void WriteHour(HtmlWriter html, double mean, double max)
    {
        var level = max > 0 ? Math.Clamp((int)Math.Ceiling(Levels * mean / max), 0, Levels) : 0;
        html.Write($"<td class=\"heat heat{level}\">{ReportFormat.Number(mean)}</td>");
    }

    /// <summary>The hours of the day and the highest mean that all tables share.</summary>
    sealed record HourScale(int First, int Last, double Max)
    {
        public IEnumerable<string> Headings => Enumerable.Range(First, Last - First + 1).Select(hour => $"#{hour:00}");
    }
}
