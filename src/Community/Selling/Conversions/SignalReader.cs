using System.Globalization;
using System.Text;
using Community.Platform.Texts;

namespace Community.Selling.Conversions;

public sealed record SignalVocabulary(IReadOnlyList<string> Questions, IReadOnlyList<string> Prices)
{
    public static SignalVocabulary Chinese { get; } = Phrasebook.Chinese.Section<SignalVocabulary>("signals");
}

/// <summary>The signals of a message and the poll option that it votes for (from 1; null for no vote).</summary>
public sealed record MessageSignals(IReadOnlyList<SignalKind> Kinds, int? Option);

public static class SignalReader
{
    /// <summary>
    /// The signals of <paramref name="text"/>. The number of one of the <paramref name="options"/> of the poll alone is
    /// a vote and nothing else. Any other message is a question or a reply.
    /// </summary>
    public static MessageSignals Read(string text, string product, int options, SignalVocabulary vocabulary)
    {
        if (Vote(text, options) is { } option) return new([SignalKind.Vote], option);
        List<SignalKind> kinds = [ContainsAny(text, vocabulary.Questions) ? SignalKind.Question : SignalKind.Reply];
        if (ContainsAny(text, vocabulary.Prices)) kinds.Add(SignalKind.Price);
        if (text.Contains(product, StringComparison.OrdinalIgnoreCase)) kinds.Add(SignalKind.Mention);
        return new(kinds, null);
    }

    // Phones also enter full-width digits; normalization form KC turns them into ASCII digits.
    static int? Vote(string text, int options) =>
        text.Trim() is { Length: > 0 and <= 2 } number
        && number.Normalize(NormalizationForm.FormKC) is var digits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var option)
        && option >= 1
        && option <= options
            ? option
            : null;

    static bool ContainsAny(string text, IEnumerable<string> words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
