namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// The layout of a poster of 1080 by 1620: the title on top, the card with the code at the bottom, the benefits between
/// them. The text shrinks to a smallest size; the code takes the rest, and at least a size that a phone reads from a
/// metre.
/// </summary>
sealed record PosterLayout(TextBlock Title, IReadOnlyList<TextBlock> Benefits, int QrSide)
{
    public const int Width = 1080;
    public const int Height = 1620;
    public const int Margin = 84;
    public const int CardPadding = 28;

    const int TopMargin = 108;
    const int FooterHeight = 92;
    const int CallHeight = 140;
    const int BlockGap = 44;
    const int LargestQr = 660;
    const int PreferredQr = 520;
    const int SmallestQr = 380;
    const int MaxBenefits = 6;
    const int TextWidth = Width - (2 * Margin);

    static readonly int[] BenefitSizes = [50, 46, 42, 38, 34, 31, 28];

    public int CardHeight => QrSide + CardPadding + CallHeight;
    public int CardTop => Height - FooterHeight - CardHeight;
    public int TitleLineHeight => Title.FontSize * 5 / 4;

    // A quarter of the spare height is above the title, the rest around the benefits.
    public int TitleTop => TopMargin + Math.Clamp(Spare / 4, 0, 110);
    public int BenefitsTop => TitleTop + TitleHeight + ((CardTop - TitleTop - TitleHeight - HeightOf(Benefits)) / 2);

    bool IsPreferred => QrSide >= PreferredQr && !Benefits.Any(benefit => benefit.IsCut);
    int TitleHeight => Title.Lines.Count * TitleLineHeight;
    int Spare => CardTop - TopMargin - TitleHeight - HeightOf(Benefits) - (2 * BlockGap);

    public static PosterLayout For(string title, IReadOnlyList<string> lines)
    {
        var shown = lines.Where(line => line.Length > 0).Take(MaxBenefits).ToList();
        var heading = FitTitle(title);
        var layouts = BenefitSizes.Select(LayOut).ToList();
        return layouts.Find(layout => layout.IsPreferred) ?? layouts[^1];

        PosterLayout LayOut(int size) => Fill(heading, [.. shown.Select(line => FitBenefit(line, size))]);
    }

    public static int LineHeightOf(TextBlock benefit) => benefit.FontSize * 27 / 20;

    public static int IndentOf(TextBlock benefit) => benefit.FontSize * 3 / 2;

    public static int GapBefore(TextBlock benefit) => benefit.FontSize * 2 / 5;

    static PosterLayout Fill(TextBlock title, IReadOnlyList<TextBlock> benefits)
    {
        var largest = new PosterLayout(title, benefits, LargestQr);
        return largest with { QrSide = Math.Clamp(LargestQr + largest.Spare, SmallestQr, LargestQr) };
    }

    // One large line is better than two larger ones, because a break may fall inside a Chinese word.
    static TextBlock FitTitle(string title) =>
        TextBlock.TryFit(title, TextWidth, 1, 120, 108, 98)
        ?? TextBlock.TryFit(title, TextWidth, 2, 112, 100, 90, 80)
        ?? TextBlock.Fit(title, TextWidth, 3, 72, 66, 62);

    static TextBlock FitBenefit(string line, int size) => TextBlock.Fit(line, TextWidth - (size * 3 / 2), 2, size);

    static int HeightOf(IReadOnlyList<TextBlock> benefits) =>
        benefits.Sum(HeightOf);

    static int HeightOf(TextBlock benefit) => (benefit.Lines.Count * LineHeightOf(benefit)) + GapBefore(benefit);
}
