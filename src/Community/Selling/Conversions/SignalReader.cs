using System.Globalization;
using Community.Platform.Texts;

namespace Community.Selling.Conversions;

/// <summary>The words by which a message is known to ask something, or to speak of the price.</summary>
public sealed record SignalVocabulary(IReadOnlyList<string> Questions, IReadOnlyList<string> Prices)
{
    /// <summary>How interest is shown in Chinese.</summary>
    public static SignalVocabulary Chinese { get; } = Phrasebook.Chinese.Section<SignalVocabulary>("signals");
}

/// <summary>What one message shows: its signals, and the poll's option it votes for (null: none).</summary>
public sealed record MessageSignals(IReadOnlyList<SignalKind> Kinds, int? Option);

/// <summary>Reads messages for interest.</summary>
public static class SignalReader
{
    /// <summary>
    /// What <paramref name="text"/> shows. The bare number of one of the poll's <paramref name="options"/> is a vote and nothing else; any other
    /// message is a question or a reply, and besides may speak of the price or name the product.
    /// </summary>
    public static MessageSignals Read(string text, string product, int options, SignalVocabulary vocabulary)
    {
        if (Vote(text, options) is { } option) return new([SignalKind.Vote], option);
        List<SignalKind> kinds = [Mentions(text, vocabulary.Questions) ? SignalKind.Question : SignalKind.Reply];
        if (Mentions(text, vocabulary.Prices)) kinds.Add(SignalKind.Price);
        if (text.Contains(product, StringComparison.OrdinalIgnoreCase)) kinds.Add(SignalKind.Mention);
        return new(kinds, null);
    }

    // Telephones write digits in full width too; normalised they are the plain ones.
    static int? Vote(string text, int options) =>
        text.Trim() is { Length: > 0 and <= 2 } number
        && int.TryParse(number.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var option)
        && option >= 1
        && option <= options
            ? option
            : null;

    static bool Mentions(string text, IEnumerable<string> words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
