using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FunctionsApp.Tests.Acquisition.Posters;

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
        poster.Descendants().Single(element => element.Attribute("viewBox")?.Value.StartsWith("-4 -4 ", StringComparison.Ordinal) == true);

    /// <summary>The code as the path draws it, a row of text for a row of modules, <c>#</c> for dark, with the quiet zone that the poster leaves.</summary>
    public static IReadOnlyList<string> Modules(XElement code)
    {
        var side = Number(code.Attribute("viewBox")!.Value.Split(' ')[2]);
        var rows = Enumerable.Range(0, side).Select(_ => new string(' ', side).ToCharArray()).ToList();
        foreach (Match run in Run.Matches(code.Descendants().Single().Attribute("d")!.Value))
            rows[Number(run.Groups["y"].Value) + 4].AsSpan(Number(run.Groups["x"].Value) + 4, Number(run.Groups["length"].Value)).Fill('#');
        return [.. rows.Select(row => new string(row))];
    }

    /// <summary>The modules as a PGM picture, eight pixels each.</summary>
    public static byte[] Paint(IReadOnlyList<string> modules)
    {
        const int Scale = 8;
        var side = modules.Count * Scale;
        var pixels = modules.SelectMany(row => Enumerable.Repeat(row.SelectMany(module => Enumerable.Repeat((byte)(module == '#' ? 0 : 255), Scale)), Scale));
        return [.. Encoding.ASCII.GetBytes($"P5 {side} {side} 255\n"), .. pixels.SelectMany(row => row)];
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-\k<length>z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Run { get; }
}
