namespace FunctionsApp.Posters;

/// <summary>
/// Where everything stands on a poster of 1080 by 1620: title on top, the code's card at the foot, the benefits between them.
/// The words take what they need, down to a smallest size; the code takes what is left, never less than a phone reads from a metre.
/// </summary>
sealed record PosterLayout(TextBlock Title, IReadOnlyList<TextBlock> Benefits, int QrSide)
{
    public const int Width = 1080;
    public const int Height = 1620;
    public const int Margin = 84;
    public const int TitleTop = 108;
    public const int BulletIndent = 68;
    public const int CardPadding = 28;
    public const int CallHeight = 148;
    public const int FooterHeight = 104;

    const int MaxBenefits = 6;
    const int MaxBenefitLines = 2;
    const int LargestQr = 580;
    const int SmallestQr = 400;
    const double TitleLeading = 1.28;
    const double BenefitLeading = 1.36;
    const int BlockGap = 56;

    static readonly int[] BenefitSizes = [46, 42, 38, 34, 30];

    public int CardHeight => QrSide + CardPadding + CallHeight;
    public int CardTop => Height - FooterHeight - CardHeight;
    public int TitleLineHeight => (int)(Title.FontSize * TitleLeading);
    public int TitleBottom => TitleTop + (Title.Lines.Count * TitleLineHeight);

    /// <summary>Where the first benefit starts: the benefits stand in the middle of the space between the title and the card.</summary>
    public int BenefitsTop => TitleBottom + BlockGap + ((CardTop - TitleBottom - (2 * BlockGap) - HeightOf(Benefits)) / 2);

    public static PosterLayout For(string title, IReadOnlyList<string> lines)
    {
        var heading = TextBlock.Fit(title, Width - (2 * Margin), 3, 120, 104, 92, 80, 70, 62);
        var shown = lines.Where(line => line.Length > 0).Take(MaxBenefits).ToList();
        PosterLayout? layout = null;
        foreach (var size in BenefitSizes)
        {
            layout = new(heading, [.. shown.Select(line => TextBlock.Fit(line, Width - (2 * Margin) - BulletIndent, MaxBenefitLines, size))], LargestQr);
            var room = LargestQr + layout.CardTop - layout.TitleBottom - (2 * BlockGap) - HeightOf(layout.Benefits);
            layout = layout with { QrSide = Math.Clamp(room, SmallestQr, LargestQr) };
            if (room >= (SmallestQr + LargestQr) / 2) break;
        }

        return layout!;
    }

    public static int LineHeightOf(TextBlock benefit) => (int)(benefit.FontSize * BenefitLeading);

    public static int GapAfter(TextBlock benefit) => benefit.FontSize * 2 / 5;

    static int HeightOf(IReadOnlyList<TextBlock> benefits) => benefits.Sum(b => (b.Lines.Count * LineHeightOf(b)) + GapAfter(b));
}
