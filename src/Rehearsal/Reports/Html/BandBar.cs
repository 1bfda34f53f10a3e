namespace Rehearsal.Reports.Html;

/// <summary>A small picture of a mean and its band on a scale that begins at 0, or at a lower value.</summary>
static class BandBar
{
    const int Width = 160;
    const double Margin = 2;
    const double MinBand = 2;

    /// <summary>Writes the bar; <paramref name="max"/> is the end of the scale.</summary>
    public static void Write(HtmlWriter html, double mean, double low, double high, double max, string title)
    {
        var start = Math.Min(0, Math.Min(low, mean));
        var end = Math.Max(max, Math.Max(high, mean));
        double At(double value) =>
            end > start ? Margin + ((Width - (2 * Margin)) * (value - start) / (end - start)) : Margin;
        var band = Math.Max(MinBand, At(high) - At(low));
        html.Write($"<svg class=\"bar\" role=\"img\" viewBox=\"0 0 {Width} 16\" width=\"{Width}\" height=\"16\">");
        html.Write($"<title>{title}</title><path class=\"track\" d=\"M{Margin} 8H{Width - Margin}\"/>");
        html.Write($"<rect class=\"band\" x=\"{At(low):0.#}\" y=\"4\" width=\"{band:0.#}\" height=\"8\"/>");
        html.Write($"<path class=\"mean\" d=\"M{At(mean):0.#} 1V15\"/></svg>");
    }
}
