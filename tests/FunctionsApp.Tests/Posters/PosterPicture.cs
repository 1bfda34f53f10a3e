using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FunctionsApp.Tests.Posters;

/// <summary>Reads pictures as a viewer would: the size of a PNG, and the code of an SVG poster painted into a grey map.</summary>
static partial class PosterPicture
{
    public static (int Width, int Height) SizeOfPng(byte[] png)
    {
        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], png.AsSpan(0, 8).ToArray());
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    /// <summary>The <c>svg</c> element that holds the code: the one whose box begins outside its own symbol.</summary>
    public static XElement Code(XDocument poster) =>
        poster.Descendants().Single(element => element.Name.LocalName == "svg" && element.Attribute("viewBox")!.Value.StartsWith("-4 -4 ", StringComparison.Ordinal));

    /// <summary>Paints the path's runs as a PGM picture, eight pixels a module, with the quiet zone that the poster leaves.</summary>
    public static byte[] Paint(XElement code)
    {
        const int Scale = 8;
        var side = Number(code.Attribute("viewBox")!.Value.Split(' ')[2]);
        var pixels = new byte[side * side * Scale * Scale];
        Array.Fill(pixels, (byte)255);
        foreach (Match run in Run.Matches(code.Descendants().Single().Attribute("d")!.Value))
        {
            var (left, top, length) = (Number(run.Groups["x"].Value) + 4, Number(run.Groups["y"].Value) + 4, Number(run.Groups["length"].Value));
            for (var y = top * Scale; y < (top + 1) * Scale; y++)
                pixels.AsSpan((y * side * Scale) + (left * Scale), length * Scale).Clear();
        }

        return [.. Encoding.ASCII.GetBytes($"P5 {side * Scale} {side * Scale} 255\n"), .. pixels];
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\k<length>z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Run { get; }
}
