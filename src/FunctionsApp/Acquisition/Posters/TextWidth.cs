using System.Globalization;
using System.Text;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// Estimates the width of text in a sans-serif font, in em: a Chinese character is one em, a Latin letter about half.
/// </summary>
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
        _ when HasNoWidth(rune) => 0,
        _ when IsWide(rune) => 1,
        _ => 0.62,
    };

    /// <summary>
    /// True for the blocks of one em in East Asian typography: radicals to Hangul, fullwidth forms, emoji, extensions.
    /// </summary>
    public static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3)
        or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60)
        or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd)
        or 0x2014 or 0x2026 or 0x201c or 0x201d;

    static bool HasNoWidth(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
