using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FunctionsApp.Tests.Acquisition.Posters;

/// <summary>Reads the size of a PNG, and paints the code of an SVG poster as a grey picture.</summary>
static partial class PosterPicture
{
    const int Scale = 8;

    public static (int Width, int Height) SizeOfPng(byte[] png)
    {
        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], png.AsSpan(0, 8).ToArray());
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        return (width, height);
    }

    /// <summary>The <c>svg</c> element of the code; its box starts with the quiet zone.</summary>
    public static XElement Code(XDocument poster) =>
        poster.Descendants().Single(element =>
            element.Attribute("viewBox")?.Value.StartsWith("-4 -4 ", StringComparison.Ordinal) == true);

    /// <summary>
    /// The code with its quiet zone: a row of text for each row of modules, <c>#</c> for a dark module.
    /// </summary>
    public static IReadOnlyList<string> Modules(XElement code)
    {
        var side = Number(code.Attribute("viewBox")!.Value.Split(' ')[2]);
        var rows = Enumerable.Range(0, side).Select(_ => new string(' ', side).ToCharArray()).ToList();
        foreach (Match run in Run.Matches(code.Descendants().Single().Attribute("d")!.Value))
        {
            var (x, y) = (Number(run.Groups["x"].Value) + 4, Number(run.Groups["y"].Value) + 4);
            rows[y].AsSpan(x, Number(run.Groups["length"].Value)).Fill('#');
        }

        return [.. rows.Select(row => new string(row))];
    }

    /// <summary>The modules as a PGM picture, eight pixels each.</summary>
    public static byte[] Paint(IReadOnlyList<string> modules)
    {
        var side = modules.Count * Scale;
        var pixels = modules.Select(PaintRow).SelectMany(row => Enumerable.Repeat(row, Scale));
        return [.. Encoding.ASCII.GetBytes($"P5 {side} {side} 255\n"), .. pixels.SelectMany(row => row)];
    }

    static IEnumerable<byte> PaintRow(string modules) =>
        modules.SelectMany(module => Enumerable.Repeat((byte)(module == '#' ? 0 : 255), Scale));

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\k<length>z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Run { get; }
}
