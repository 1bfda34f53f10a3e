using System.Globalization;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>Text set in a size and broken into lines that fit a width; cut when there was more than its lines hold.</summary>
sealed record TextBlock(int FontSize, IReadOnlyList<string> Lines, bool IsCut = false)
{
    const string Ellipsis = "…";

    /// <summary>Sets the text in the largest of the sizes at which it fits; at the smallest, what does not fit is cut.</summary>
    public static TextBlock Fit(string text, double width, int maxLines, params ReadOnlySpan<int> sizesFromLargest)
    {
        if (TryFit(text, width, maxLines, sizesFromLargest) is { } whole) return whole;
        var smallest = sizesFromLargest[^1];
        var lines = Wrap(text, width / smallest);
        return new(smallest, Cut(lines, width / smallest, maxLines), lines.Count > maxLines);
    }

    /// <summary>As <see cref="Fit"/>, or null when no size holds the text in that many lines without breaking a word.</summary>
    public static TextBlock? TryFit(string text, double width, int maxLines, params ReadOnlySpan<int> sizesFromLargest)
    {
        var widestPiece = LineBreaks.Pieces(text).Select(piece => TextWidth.Measure(piece.TrimEnd())).DefaultIfEmpty().Max();
        foreach (var size in sizesFromLargest)
        {
            if (widestPiece > width / size) continue;
            var lines = Wrap(text, width / size);
            if (lines.Count <= maxLines) return new(size, Balance(text, width / size, lines));
        }

        return null;
    }

    /// <summary>Greedy lines of at most the given width in em; a piece wider than a line is broken where it must be.</summary>
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

    // A title of nine and one characters looks like a mistake: the same number of lines, as even as they come.
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
        if (lines.Count > maxLines) kept[^1] = Head(kept[^1], widthInEm - TextWidth.Measure(Ellipsis)).TrimEnd() + Ellipsis;
        return kept;
    }

    static bool Fits(string text, double widthInEm) => TextWidth.Measure(text) <= widthInEm;

    // As many graphemes as fit, and at least one, or wrapping would never end.
    static string Head(string text, double widthInEm)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var count = 1;
        while (count < starts.Length && Fits(text[..End(count + 1)], widthInEm)) count++;
        return text[..End(count)];

        int End(int graphemes) => graphemes < starts.Length ? starts[graphemes] : text.Length;
    }
}
