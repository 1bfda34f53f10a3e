using System.Text.Json;
using System.Text.RegularExpressions;

namespace Community.Platform.Texts;

/// <summary>
/// What members and operators read, by name: data in <c>zh-CN.json</c>, not code. A text's <c>{placeholders}</c> are filled when it is said;
/// one that is left unfilled is a defect and throws <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed partial class Phrasebook
{
    readonly JsonElement file;
    readonly Dictionary<string, string> texts;

    Phrasebook(JsonElement file) => (this.file, texts) = (file, Read<Dictionary<string, string>>(file, "texts"));

    /// <summary>The texts that ship with the product.</summary>
    public static Phrasebook Chinese { get; } = Load("zh-CN");

    /// <summary>The names of all texts.</summary>
    public IReadOnlyCollection<string> Names => texts.Keys;

    /// <summary>A section of the file besides the texts, such as the words that a module looks for; throws where there is none.</summary>
    public T Section<T>(string name) => Read<T>(file, name);

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
        using var document = JsonDocument.Parse(stream);
        return new Phrasebook(document.RootElement.Clone());
    }

    static T Read<T>(JsonElement root, string section) => root.GetProperty(section).Deserialize<T>(JsonSerializerOptions.Web)!;
}
