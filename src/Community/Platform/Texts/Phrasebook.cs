using System.Text.Json;
using System.Text.RegularExpressions;

namespace Community.Platform.Texts;

/// <summary>
/// The texts that members and operators read, from <c>zh-CN.json</c>. A text may hold <c>{placeholders}</c>; formatting
/// without a value for one throws <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed partial class Phrasebook
{
    readonly JsonElement file;
    readonly Dictionary<string, string> texts;

    Phrasebook(JsonElement file) =>
        (this.file, texts) = (file, Read<Dictionary<string, string>>(file, "texts"));

    public static Phrasebook Chinese { get; } = Load("zh-CN");

    public IReadOnlyCollection<string> Names => texts.Keys;

    /// <summary>Another section of the file; throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public T Section<T>(string name) => Read<T>(file, name);

    public string Format(string name, params ReadOnlySpan<(string Placeholder, string Value)> values) =>
        Fill(texts[name], values);

    /// <summary>Formats a text of an operator.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Placeholder, string Value)> values)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (placeholder, value) in values) filled[placeholder] = value;
        return Placeholder().Replace(template, match => filled[match.Groups["name"].Value]);
    }

    public string Template(string name) => texts[name];

    /// <summary>The names of the placeholders in a text, each once.</summary>
    public static IReadOnlySet<string> PlaceholdersOf(string template) =>
        Placeholder().Matches(template).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    static Phrasebook Load(string language)
    {
        var name = $"Community.Platform.Texts.{language}.json";
        using var stream = typeof(Phrasebook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No phrasebook for {language}.");
        using var document = JsonDocument.Parse(stream);
        return new Phrasebook(document.RootElement.Clone());
    }

    static T Read<T>(JsonElement root, string section) =>
        root.GetProperty(section).Deserialize<T>(JsonSerializerOptions.Web)!;
}
