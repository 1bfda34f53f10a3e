using System.Globalization;
using System.Text;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>An estimate of how wide text is set in a sans-serif face, in em: a Chinese character is one em, Latin letters about half.</summary>
static class TextWidth
{
    public static double Measure(string text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Measure(rune);
        return width;
    }

    public static double Measure(Rune rune) => rune.Value switch
    {
        ' ' or 'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.32,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
        >= 'A' and <= 'Z' => 0.68,
        < 0x0250 => 0.58,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ when IsWide(rune) => 1,
        _ => 0.62,
    };

    /// <summary>True for the blocks that East Asian typography sets on a full em: radicals to Hangul, fullwidth forms, emoji, extensions.</summary>
    public static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
        or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
        or (>= 0x20000 and <= 0x3fffd) or 0x2014 or 0x2026 or 0x201c or 0x201d;
}
