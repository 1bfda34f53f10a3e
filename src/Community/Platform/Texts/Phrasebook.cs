using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Lifecycle.Onboarding;
using Community.Selling.Conversions;

namespace Community.Platform.Texts;

/// <summary>
/// What members and operators read, by name: data in <c>zh-CN.json</c>, not code. A text's <c>{placeholders}</c> are filled when it is said;
/// one that is left unfilled is a defect and throws <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed partial class Phrasebook
{
    readonly Dictionary<string, string> texts;

    Phrasebook(PhrasebookFile book) => (texts, Introductions, Signals) = (book.Texts, book.Introductions, book.Signals);

    /// <summary>The texts that ship with the product.</summary>
    public static Phrasebook Chinese { get; } = Load("zh-CN");

    /// <summary>How introductions are written in this language.</summary>
    public IntroductionVocabulary Introductions { get; }

    /// <summary>How interest is shown in this language.</summary>
    public SignalVocabulary Signals { get; }

    /// <summary>The names of all texts.</summary>
    public IReadOnlyCollection<string> Names => texts.Keys;

    /// <summary>The text <paramref name="name"/> with every placeholder filled.</summary>
    public string Format(string name, params ReadOnlySpan<(string Placeholder, string Value)> values)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (placeholder, value) in values) filled[placeholder] = value;
        return Placeholder().Replace(texts[name], match => filled[match.Groups["name"].Value]);
    }

    /// <summary>The text <paramref name="name"/> with its placeholders unfilled, for who fills texts of other origin too.</summary>
    public string Template(string name) => texts[name];

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    static Phrasebook Load(string language)
    {
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream($"Community.Platform.Texts.{language}.json")
            ?? throw new InvalidOperationException($"No phrasebook for {language}.");
        var book = JsonSerializer.Deserialize<PhrasebookFile>(stream, JsonSerializerOptions.Web)!;
        return new Phrasebook(book);
    }

    sealed record PhrasebookFile(Dictionary<string, string> Texts, IntroductionVocabulary Introductions, SignalVocabulary Signals);
}
