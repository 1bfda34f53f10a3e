using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>
/// A tornado chart: a bar for each assumption between what a figure is at its low and at its high value, around the
/// figure with the assumptions of the report.
/// </summary>
static class TornadoChart
{
    const int Width = 900;
    const int Left = 320;
    const int PlotWidth = 500;
    const int RowHeight = 36;
    const int HeaderHeight = 30;
    const int LabelLength = 18;
    const double LabelGap = 6;

    /// <summary>
    /// Writes the chart of influences on one figure in their order. Without <paramref name="baseValue"/> the bars are
    /// around the middle of all ends.
    /// </summary>
    public static void Write(
        HtmlWriter html, string figure, IReadOnlyList<RehearsalInfluence> influences, double? baseValue)
    {
        var min = influences.Min(influence => Math.Min(influence.AtLow, influence.AtHigh));
        var max = influences.Max(influence => Math.Max(influence.AtLow, influence.AtHigh));
        var middle = baseValue ?? ((min + max) / 2);
        var axis = new Axis(Math.Min(min, middle), Math.Max(max, middle));
        var height = HeaderHeight + (influences.Count * RowHeight);
        html.Write($"<div class=\"scroll chart\" role=\"region\" aria-label=\"假设的影响\" tabindex=\"0\">");
        html.Write($"<svg class=\"tornado\" role=\"img\" viewBox=\"0 0 {Width} {height}\">");
        html.Write($"<title>各假设对{ReportWords.Figure(figure)}的影响，数值见下表</title>\n");
        var x = axis.At(middle);
        html.Write($"<text class=\"middle\" x=\"{x:0.#}\" y=\"14\">{ReportFormat.Figure(figure, middle)}</text>");
        foreach (var (index, influence) in influences.Index())
            WriteRow(html, influence, HeaderHeight + (index * RowHeight), axis, x);
        html.Write($"<path class=\"base\" d=\"M{x:0.#} 20V{height}\"/></svg></div>\n");
    }

    static void WriteRow(HtmlWriter html, RehearsalInfluence influence, int top, Axis axis, double middle)
    {
        var assumption = influence.Assumption;
        var (low, high) = (axis.At(influence.AtLow), axis.At(influence.AtHigh));
        var name = ReportFormat.Shorten(AssumptionWords.Name(assumption), LabelLength);
        html.Write($"<text y=\"{top + 21}\">{name}</text>");
        WriteBar(html, "low", middle, low, top + 6, 20);
        WriteBar(html, "high", middle, high, top + 10, 12);
        var atLow = AssumptionWords.Value(assumption, influence.LowValue);
        var atHigh = AssumptionWords.Value(assumption, influence.HighValue);
        var (left, right) = low <= high ? (atLow, atHigh) : (atHigh, atLow);
        WriteLabel(html, "left", Math.Min(middle, Math.Min(low, high)) - LabelGap, top, left);
        WriteLabel(html, "right", Math.Max(middle, Math.Max(low, high)) + LabelGap, top, right);
        html.Write($"\n");
    }

    static void WriteBar(HtmlWriter html, string end, double middle, double x, int y, int height)
    {
        var (left, width) = (Math.Min(middle, x), Math.Abs(x - middle));
        html.Write($"<rect class=\"{end}\" x=\"{left:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{height}\"/>");
    }

    static void WriteLabel(HtmlWriter html, string side, double x, int top, string text) =>
        html.Write($"<text class=\"{side}\" x=\"{x:0.#}\" y=\"{top + 21}\">{text}</text>");

    sealed record Axis(double Min, double Max)
    {
        public double At(double value) =>
            Max > Min ? Left + (PlotWidth * (value - Min) / (Max - Min)) : Left + (PlotWidth / 2.0);
    }
}
