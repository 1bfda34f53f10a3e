using System.Text;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// Cleans text for a poster: one line, no control characters, no lone surrogates, no direction overrides.
/// </summary>
static class PrintableText
{
    public static string From(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPrintable(rune)) printable.Append(rune);
            else if (printable.Length > 0 && printable[^1] != ' ') printable.Append(' ');
        }

        return printable.ToString().Trim();
    }

    // XML does not allow control characters; an override would reverse the text of the poster.
    static bool IsPrintable(Rune rune) =>
        !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) | rune.Value is 0x3000
        && rune.Value is not (0xfffd or 0xfffe or 0xffff or 0x2028 or 0x2029)
        && rune.Value is not ((>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069));
}
