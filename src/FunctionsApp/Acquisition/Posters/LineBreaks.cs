using System.Globalization;
using System.Text;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>
/// Where a line of Chinese or Latin text may end: between Chinese characters and after spaces, never before a closing mark
/// or after an opening one (the typographer's 避头尾), and never inside a grapheme.
/// </summary>
static class LineBreaks
{
    const string NeverFirst = "，。！？、；：）」』》】〉”’…—～·％,.!?;:)]}%～°℃";
    const string NeverLast = "（「『《【〈“‘￥¥$([{#";

    /// <summary>The text cut into the smallest pieces that must stay on one line; joined again they are the text.</summary>
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
        if (NeverFirst.Contains(right, StringComparison.Ordinal) || NeverLast.Contains(left, StringComparison.Ordinal) || right == " ") return false;
        return left == " " || IsWide(left) || IsWide(right);
    }

    static bool IsWide(string grapheme) => Rune.TryGetRuneAt(grapheme, 0, out var rune) && TextWidth.IsWide(rune);
}
