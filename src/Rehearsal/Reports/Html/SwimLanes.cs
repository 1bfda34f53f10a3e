using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>The overview of the time line: a lane for each group, with a mark where something happened.</summary>
static class SwimLanes
{
    const int MaxLanes = 60;
    const int LaneHeight = 26;
    const int HeaderHeight = 26;
    const int NameLength = 10;
    const int Right = LaneAxis.Left + LaneAxis.Width;

    public static void Write(HtmlWriter html, ReportData data)
    {
        var groups = data.Timeline.Select(entry => entry.GroupId ?? "").Distinct(StringComparer.Ordinal).ToList();
        var lanes = Enumerable.Range(0, Math.Min(groups.Count, MaxLanes))
            .ToDictionary(lane => groups[lane], lane => lane, StringComparer.Ordinal);
        var axis = AxisOf(data);
        var height = HeaderHeight + (lanes.Count * LaneHeight);
        html.Write($"<div class=\"scroll chart\" role=\"region\" aria-label=\"时间线总览\" tabindex=\"0\">");
        html.Write($"<svg class=\"lanes\" role=\"img\" viewBox=\"0 0 {Right} {height}\">");
        html.Write($"<title>时间线总览：{lanes.Count} 条泳道，{data.Timeline.Count} 件事</title>\n");
        WriteDays(html, axis, height);
        foreach (var (group, lane) in lanes) WriteName(html, data, group, lane);
        WriteMarks(html, data, lanes, axis);
        html.Write($"</svg></div>\n");
        WriteLegend(html, data);
        if (groups.Count > MaxLanes)
            html.Write($"<p class=\"note\">另有 {groups.Count - MaxLanes} 个群没有画出，见下面的列表。</p>\n");
    }

    static LaneAxis AxisOf(ReportData data) => new(
        data.Report.From ?? data.Timeline.Min(entry => entry.At),
        data.Report.To ?? data.Timeline.Max(entry => entry.At),
        data.Zone);

    static void WriteDays(HtmlWriter html, LaneAxis axis, int height)
    {
        foreach (var (x, date, hasLabel) in axis.Days())
        {
            html.Write($"<path class=\"day\" d=\"M{x:0.#} {(hasLabel ? 6 : HeaderHeight)}V{height}\"/>");
            if (hasLabel) html.Write($"<text x=\"{x + 4:0.#}\" y=\"16\">{date.Month}/{date.Day}</text>\n");
        }
    }

    static void WriteName(HtmlWriter html, ReportData data, string group, int lane)
    {
        var name = group.Length == 0 ? "不属于某个群" : data.GroupName(group);
        var top = HeaderHeight + (lane * LaneHeight);
        html.Write($"<path class=\"lane\" d=\"M0 {top}H{Right}\"/><text class=\"name\" y=\"{top + 17}\">");
        html.Write($"<title>{name}</title>{ReportFormat.Shorten(name, NameLength)}</text>\n");
    }

    static void WriteMarks(HtmlWriter html, ReportData data, Dictionary<string, int> lanes, LaneAxis axis)
    {
        var marks = new SortedDictionary<(int Lane, int Column), LaneMark>();
        foreach (var entry in data.Timeline)
        {
            if (!lanes.TryGetValue(entry.GroupId ?? "", out var lane)) continue;
            var place = (lane, axis.ColumnOf(entry.At));
            if (!marks.TryGetValue(place, out var mark)) marks.Add(place, mark = new LaneMark(entry.At, entry.Text));
            mark.Add(entry.Kind);
        }

        foreach (var ((lane, column), mark) in marks)
        {
            var y = HeaderHeight + (lane * LaneHeight) + (LaneHeight / 2);
            var shape = LaneMark.ShapeOf(mark.Kind);
            html.Write($"<path class=\"mark {mark.Kind}\" d=\"M{LaneAxis.CentreOf(column):0.#} {y}{shape}\">");
            html.Write($"<title>{mark.Describe(data)}</title></path>\n");
        }
    }

    static void WriteLegend(HtmlWriter html, ReportData data)
    {
        var present = data.Timeline.Select(entry => entry.Kind).ToHashSet();
        html.Write($"<ul class=\"legend\">");
        foreach (var kind in LaneMark.Kinds.Where(present.Contains))
        {
            html.Write($"<li><svg aria-hidden=\"true\" viewBox=\"0 0 20 20\" width=\"20\" height=\"20\">");
            html.Write($"<path class=\"mark {kind}\" d=\"M10 10{LaneMark.ShapeOf(kind)}\"/></svg>");
            html.Write($"{ReportWords.Kind(kind)}</li>");
        }

        html.Write($"</ul>\n");
    }
}
