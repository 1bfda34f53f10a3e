using System.Xml.Linq;
using FunctionsApp.Platform.QrCodes;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>The SVG elements of a poster.</summary>
static class SvgShapes
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Rectangle(int left, int top, int width, int height, int radius, string fill) =>
        Element(
            "rect",
            ("x", left),
            ("y", top),
            ("width", width),
            ("height", height),
            ("rx", radius),
            ("fill", fill));

    public static XElement Circle(int x, int y, int radius, RgbColor fill, string opacity = "1") =>
        Element("circle", ("cx", x), ("cy", y), ("r", radius), ("fill", fill), ("fill-opacity", opacity));

    public static XElement Heading(int x, int baseline, int size, RgbColor fill, string anchor, string text) =>
        Text(x, baseline, size, fill, anchor, text, "700");

    public static XElement Text(
        int x, int baseline, int size, RgbColor fill, string anchor, string text, string weight = "400")
    {
        var element = Element(
            "text",
            ("x", x),
            ("y", baseline),
            ("font-size", size),
            ("font-weight", weight),
            ("text-anchor", anchor),
            ("fill", fill));
        element.Value = text;
        return element;
    }

    public static XElement Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = new XElement(Svg + name);
        foreach (var attribute in attributes) element.SetAttributeValue(attribute.Name, attribute.Value);
        return element;
    }
}
