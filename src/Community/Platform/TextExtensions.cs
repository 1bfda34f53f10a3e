namespace Community.Platform;

public static class TextExtensions
{
    /// <summary>The text, cut to <paramref name="length"/> characters without half of a character.</summary>
    public static string CutTo(this string text, int length)
    {
        if (text.Length <= length) return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
