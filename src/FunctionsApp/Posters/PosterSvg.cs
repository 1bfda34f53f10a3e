using System.Globalization;
using System.Xml.Linq;
using static FunctionsApp.Posters.PosterLayout;

namespace FunctionsApp.Posters;

/// <summary>The poster a shop puts on its counter or posts in a chat: an SVG of 1080 by 1620 that asks for nothing from elsewhere.</summary>
public static class PosterSvg
{
    const string Fonts = "\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif";

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws the poster; the artwork's texts become text nodes, whatever characters they hold.</summary>
    public static string Render(PosterArtwork artwork)
    {
        var title = PrintableText.From(artwork.Title);
        var call = PrintableText.From(artwork.CallToAction);
        var layout = PosterLayout.For(title, [.. artwork.Lines.Select(PrintableText.From)]);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", Invariant($"0 0 {PosterLayout.Width} {PosterLayout.Height}")),
            new XAttribute("width", PosterLayout.Width),
            new XAttribute("height", PosterLayout.Height),
            new XAttribute("role", "img"),
            new XAttribute("font-family", Fonts),
            new XElement(Svg + "title", PosterTexts.Description(title, call)),
            Background(),
            Title(layout),
            Benefits(layout),
            Card(layout, QrSymbol.Encode(artwork.ScanUrl), call),
            Footer(PrintableText.From(artwork.Footer ?? string.Empty))).ToString(SaveOptions.DisableFormatting);
    }

    static object[] Background() =>
    [
        new XElement(
            Svg + "defs",
            new XElement(
                Svg + "linearGradient",
                new XAttribute("id", "ground"),
                new XAttribute("x2", "0.35"),
                new XAttribute("y2", "1"),
                new XElement(Svg + "stop", new XAttribute("stop-color", PosterPalette.Brand)),
                new XElement(Svg + "stop", new XAttribute("offset", "1"), new XAttribute("stop-color", PosterPalette.Deep)))),
        Rectangle(0, 0, PosterLayout.Width, PosterLayout.Height, 0, "url(#ground)"),
        Halo(980, 120, 330),
        Halo(60, 1180, 420),
    ];

    static XElement Halo(int x, int y, int radius) => new(
        Svg + "circle",
        new XAttribute("cx", x),
        new XAttribute("cy", y),
        new XAttribute("r", radius),
        new XAttribute("fill", PosterPalette.Paper),
        new XAttribute("fill-opacity", "0.06"));

    static IEnumerable<XElement> Title(PosterLayout layout)
    {
        yield return Rectangle(Margin, TitleTop - 36, 96, 12, 6, PosterPalette.Accent.ToString());
        for (var i = 0; i < layout.Title.Lines.Count; i++)
        {
            var baseline = TitleTop + (i * layout.TitleLineHeight) + layout.Title.FontSize;
            yield return Text(Margin, baseline, layout.Title.FontSize, PosterPalette.Paper, "700", "start", layout.Title.Lines[i]);
        }
    }

    static IEnumerable<XElement> Benefits(PosterLayout layout)
    {
        var top = layout.BenefitsTop;
        foreach (var benefit in layout.Benefits)
        {
            yield return Bullet(Margin, top + (LineHeightOf(benefit) / 2), benefit.FontSize);
            foreach (var line in benefit.Lines)
            {
                var baseline = top + (int)(LineHeightOf(benefit) * 0.76);
                yield return Text(Margin + BulletIndent, baseline, benefit.FontSize, PosterPalette.Paper, "400", "start", line);
                top += LineHeightOf(benefit);
            }

            top += GapAfter(benefit);
        }
    }

    static XElement Bullet(int left, int middle, int size) => new(
        Svg + "g",
        new XAttribute("transform", Invariant($"translate({left} {middle - (size / 2)}) scale({size / 24.0:0.###})")),
        new XElement(Svg + "circle", new XAttribute("cx", 12), new XAttribute("cy", 12), new XAttribute("r", 12), new XAttribute("fill", PosterPalette.Accent)),
        new XElement(
            Svg + "path",
            new XAttribute("d", "M6.5 12.5l4 4 7-8"),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", PosterPalette.Deep),
            new XAttribute("stroke-width", "2.6"),
            new XAttribute("stroke-linecap", "round"),
            new XAttribute("stroke-linejoin", "round")));

    static IEnumerable<XElement> Card(PosterLayout layout, QrSymbol symbol, string call)
    {
        var width = layout.QrSide + (4 * CardPadding);
        var left = (PosterLayout.Width - width) / 2;
        var qrLeft = (PosterLayout.Width - layout.QrSide) / 2;
        var qrBottom = layout.CardTop + CardPadding + layout.QrSide;
        var callBlock = TextBlock.Fit(call, width - (2 * CardPadding), 1, 60, 52, 44, 36, 30);
        yield return Rectangle(left, layout.CardTop, width, layout.CardHeight, 40, PosterPalette.Paper.ToString());
        yield return Code(symbol, qrLeft, layout.CardTop + CardPadding, layout.QrSide);
        yield return Text(PosterLayout.Width / 2, qrBottom + 58, callBlock.FontSize, PosterPalette.Deep, "700", "middle", callBlock.Lines[0]);
        yield return Text(PosterLayout.Width / 2, qrBottom + 110, 26, PosterPalette.Muted, "400", "middle", PosterTexts.Hint);
    }

    static XElement Code(QrSymbol symbol, int left, int top, int side) => new(
        Svg + "svg",
        new XAttribute("x", left),
        new XAttribute("y", top),
        new XAttribute("width", side),
        new XAttribute("height", side),
        new XAttribute("viewBox", Invariant($"{-QrSymbol.QuietZone} {-QrSymbol.QuietZone} {symbol.SideWithQuietZone} {symbol.SideWithQuietZone}")),
        new XElement(
            Svg + "path",
            new XAttribute("d", symbol.Path()),
            new XAttribute("fill", PosterPalette.Ink),
            new XAttribute("shape-rendering", "crispEdges")));

    static XElement? Footer(string footer)
    {
        if (footer.Length == 0) return null;
        var block = TextBlock.Fit(footer, PosterLayout.Width - (2 * Margin), 1, 30, 26, 22);
        var text = Text(PosterLayout.Width / 2, PosterLayout.Height - 42, block.FontSize, PosterPalette.Paper, "400", "middle", block.Lines[0]);
        text.Add(new XAttribute("fill-opacity", "0.8"));
        return text;
    }

    static XElement Rectangle(int left, int top, int width, int height, int radius, string fill) => new(
        Svg + "rect",
        new XAttribute("x", left),
        new XAttribute("y", top),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("rx", radius),
        new XAttribute("fill", fill));

    static XElement Text(int x, int baseline, int size, RgbColor fill, string weight, string anchor, string text) => new(
        Svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", baseline),
        new XAttribute("font-size", size),
        new XAttribute("font-weight", weight),
        new XAttribute("text-anchor", anchor),
        new XAttribute("fill", fill),
        text);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
