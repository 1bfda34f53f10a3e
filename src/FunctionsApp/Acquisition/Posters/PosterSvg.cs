using System.Xml.Linq;
using FunctionsApp.Platform.QrCodes;
using static FunctionsApp.Acquisition.Posters.PosterLayout;
using static FunctionsApp.Acquisition.Posters.SvgShapes;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>A poster for a shop counter or a chat: an SVG of 1080 by 1620 without external resources.</summary>
public static class PosterSvg
{
    const string Fonts = "\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif";
    const int Centre = PosterLayout.Width / 2;

    /// <summary>Draws the poster. Texts become text nodes, so no character needs to be escaped by the caller.</summary>
    public static string Render(PosterArtwork artwork)
    {
        var title = PrintableText.From(artwork.Title);
        var call = PrintableText.From(artwork.CallToAction);
        var layout = PosterLayout.For(title, [.. artwork.Lines.Select(PrintableText.From)]);
        var poster = Element(
            "svg",
            ("viewBox", $"0 0 {PosterLayout.Width} {PosterLayout.Height}"),
            ("width", PosterLayout.Width),
            ("height", PosterLayout.Height),
            ("role", "img"),
            ("font-family", Fonts));
        poster.Add(
            new XElement(Svg + "title", PosterTexts.Description(title, call)),
            Background(),
            Title(layout),
            Benefits(layout),
            Card(layout, QrSymbol.Encode(artwork.ScanUrl), call),
            Footer(PrintableText.From(artwork.Footer ?? string.Empty)));
        return poster.ToString(SaveOptions.DisableFormatting);
    }

    static object[] Background()
    {
        var gradient = Element("linearGradient", ("id", "ground"), ("x2", "0.35"), ("y2", "1"));
        gradient.Add(
            Element("stop", ("stop-color", PosterPalette.Brand)),
            Element("stop", ("offset", "1"), ("stop-color", PosterPalette.Deep)));
        return
        [
            new XElement(Svg + "defs", gradient),
            Rectangle(0, 0, PosterLayout.Width, PosterLayout.Height, 0, "url(#ground)"),
            Circle(980, 120, 330, PosterPalette.Paper, "0.06"),
            Circle(60, 1180, 420, PosterPalette.Paper, "0.06"),
        ];
    }

    static IEnumerable<XElement> Title(PosterLayout layout)
    {
        yield return Rectangle(Margin, layout.TitleTop - 40, 96, 12, 6, PosterPalette.Accent.ToString());
        for (var i = 0; i < layout.Title.Lines.Count; i++)
        {
            var baseline = layout.TitleTop + (i * layout.TitleLineHeight) + layout.Title.FontSize;
            var size = layout.Title.FontSize;
            yield return Heading(Margin, baseline, size, PosterPalette.Paper, "start", layout.Title.Lines[i]);
        }
    }

    static IEnumerable<XElement> Benefits(PosterLayout layout)
    {
        var top = layout.BenefitsTop;
        foreach (var benefit in layout.Benefits)
        {
            top += GapBefore(benefit);
            yield return Bullet(Margin, top + (LineHeightOf(benefit) / 2), benefit.FontSize);
            foreach (var line in benefit.Lines)
            {
                var (left, baseline) = (Margin + IndentOf(benefit), top + benefit.FontSize + 1);
                yield return Text(left, baseline, benefit.FontSize, PosterPalette.Paper, "start", line);
                top += LineHeightOf(benefit);
            }
        }
    }

    static XElement Bullet(int left, int middle, int size)
    {
        var bullet = Element(
            "svg",
            ("x", left),
            ("y", middle - (size / 2)),
            ("width", size),
            ("height", size),
            ("viewBox", "0 0 24 24"));
        bullet.Add(
            Circle(12, 12, 12, PosterPalette.Accent),
            Element(
                "path",
                ("d", "M6.5 12.5l4 4 7-8"),
                ("fill", "none"),
                ("stroke", PosterPalette.Deep),
                ("stroke-width", "2.6"),
                ("stroke-linecap", "round"),
                ("stroke-linejoin", "round")));
        return bullet;
    }

    static IEnumerable<XElement> Card(PosterLayout layout, QrSymbol symbol, string call)
    {
        var width = layout.QrSide + (4 * CardPadding);
        var qrTop = layout.CardTop + CardPadding;
        var qrBottom = qrTop + layout.QrSide;
        var callBlock = TextBlock.Fit(call, width - (2 * CardPadding), 1, 60, 52, 44, 36, 30);
        var paper = PosterPalette.Paper.ToString();
        yield return Rectangle(Centre - (width / 2), layout.CardTop, width, layout.CardHeight, 40, paper);
        yield return Code(symbol, Centre - (layout.QrSide / 2), qrTop, layout.QrSide);
        yield return Heading(
            Centre, qrBottom + 52, callBlock.FontSize, PosterPalette.Deep, "middle", callBlock.Lines[0]);
        yield return Text(Centre, qrBottom + 104, 26, PosterPalette.Muted, "middle", PosterTexts.Hint);
    }

    static XElement Code(QrSymbol symbol, int left, int top, int side)
    {
        var box = $"{-QrSymbol.QuietZone} {-QrSymbol.QuietZone} {symbol.SideWithQuietZone} {symbol.SideWithQuietZone}";
        var code = Element("svg", ("x", left), ("y", top), ("width", side), ("height", side), ("viewBox", box));
        code.Add(Element("path", ("d", symbol.Path()), ("fill", PosterPalette.Ink), ("shape-rendering", "crispEdges")));
        return code;
    }

    static XElement? Footer(string footer)
    {
        if (footer.Length == 0) return null;
        var block = TextBlock.Fit(footer, PosterLayout.Width - (2 * Margin), 1, 30, 26, 22);
        return Text(Centre, PosterLayout.Height - 36, block.FontSize, PosterPalette.Paper, "middle", block.Lines[0]);
    }
}
