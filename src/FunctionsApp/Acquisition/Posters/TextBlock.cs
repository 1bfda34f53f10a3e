using System.Globalization;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Text of one size, in lines that fit a width; <c>IsCut</c> is true when the text was too long.</summary>
sealed record TextBlock(int FontSize, IReadOnlyList<string> Lines, bool IsCut = false)
{
    const string Ellipsis = "…";

    /// <summary>Uses the largest size at which the text fits; cuts the text when the smallest is too large.</summary>
    public static TextBlock Fit(string text, double width, int maxLines, params ReadOnlySpan<int> sizesFromLargest)
    {
        if (TryFit(text, width, maxLines, sizesFromLargest) is { } whole) return whole;
        var smallest = sizesFromLargest[^1];
        var lines = Wrap(text, width / smallest);
        return new(smallest, Cut(lines, width / smallest, maxLines), lines.Count > maxLines);
    }

    /// <summary>As <see cref="Fit"/>; null when no size fits without a break inside a word.</summary>
    public static TextBlock? TryFit(string text, double width, int maxLines, params ReadOnlySpan<int> sizesFromLargest)
    {
        var widths = LineBreaks.Pieces(text).Select(piece => TextWidth.Measure(piece.TrimEnd()));
        var widestPiece = widths.DefaultIfEmpty().Max();
        foreach (var size in sizesFromLargest)
        {
            if (widestPiece > width / size) continue;
            var lines = Wrap(text, width / size);
            if (lines.Count <= maxLines) return new(size, Balance(text, width / size, lines));
        }

        return null;
    }

    /// <summary>Greedy lines of at most this width; a piece wider than a line is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, double widthInEm)
    {
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var piece in LineBreaks.Pieces(text))
        {
            if (Fits(line + piece.TrimEnd(), widthInEm))
            {
                line += piece;
                continue;
            }

            if (line.Length > 0) lines.Add(line.TrimEnd());
            line = piece.TrimStart();
            while (Head(line.TrimEnd(), widthInEm) is var head && head.Length < line.TrimEnd().Length)
            {
                lines.Add(head);
                line = line[head.Length..];
            }
        }

        if (line.TrimEnd().Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines;
    }

    // A last line of one character looks like a mistake, so lines of a similar length are preferred.
    static IReadOnlyList<string> Balance(string text, double widthInEm, IReadOnlyList<string> greedy)
    {
        var best = greedy;
        for (var width = widthInEm - 0.5; width >= widthInEm / 2; width -= 0.5)
        {
            var lines = Wrap(text, width);
            if (lines.Count > greedy.Count) break;
            best = lines;
        }

        return best;
    }

    static List<string> Cut(IReadOnlyList<string> lines, double widthInEm, int maxLines)
    {
        var kept = lines.Take(maxLines).ToList();
        if (lines.Count <= maxLines) return kept;
        kept[^1] = Head(kept[^1], widthInEm - TextWidth.Measure(Ellipsis)).TrimEnd() + Ellipsis;
        return kept;
    }

    static bool Fits(string text, double widthInEm) => TextWidth.Measure(text) <= widthInEm;

    // As many graphemes as fit, and at least one, so that wrapping ends.
    static string Head(string text, double widthInEm)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var count = 1;
        while (count < starts.Length && Fits(text[..End(count + 1)], widthInEm)) count++;
        return text[..End(count)];

        int End(int graphemes) => graphemes < starts.Length ? starts[graphemes] : text.Length;
    }
}
