using System.Globalization;
using System.Text;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// Finds the line breaks of Chinese and Latin text: between Chinese characters and after spaces, not before a closing
/// mark or after an opening one (避头尾), and not inside a grapheme.
/// </summary>
static class LineBreaks
{
    const string NeverFirst = "，。！？、；：）」』》】〉”’…—～·％,.!?;:)]}%～°℃";
    const string NeverLast = "（「『《【〈“‘￥¥$([{#";

    /// <summary>The smallest pieces that must stay on one line; their concatenation is the text.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        var previous = string.Empty;
        while (graphemes.MoveNext())
        {
            var grapheme = graphemes.GetTextElement();
            if (piece.Length > 0 && MayBreakBetween(previous, grapheme))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(grapheme);
            previous = grapheme;
        }

        if (piece.Length > 0) pieces.Add(piece.ToString());
        return pieces;
    }

    static bool MayBreakBetween(string left, string right)
    {
        if (right == " " || NeverFirst.Contains(right, StringComparison.Ordinal)) return false;
        if (NeverLast.Contains(left, StringComparison.Ordinal)) return false;
        return left == " " || IsWide(left) || IsWide(right);
    }

    static bool IsWide(string grapheme) => Rune.TryGetRuneAt(grapheme, 0, out var rune) && TextWidth.IsWide(rune);
}
