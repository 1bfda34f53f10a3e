using System.Globalization;
using System.Text.Json;

namespace FunctionsApp.Trade.Shops;

/// <summary>A genuine message that does not say what its kind has to: which field, and what is wrong with it; never what the field holds.</summary>
public sealed class UnreadableMessageException(string field, string reason) : Exception($"{field} {reason}")
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;
}

/// <summary>A part of a message as a shop wrote it: fields that nobody asks for are passed over, those that are asked for are checked.</summary>
public readonly record struct JsonPart(JsonElement Element, string Path)
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxIdCharacters = 100;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The object that the bytes hold; no field of it may be there twice.</summary>
    public static JsonPart Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new JsonPart(document.RootElement.Clone(), "")
                : throw new UnreadableMessageException("body", "must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new UnreadableMessageException("body", "is not valid JSON.");
        }
    }

    /// <summary>The field; null when it is absent or null.</summary>
    public JsonPart? Find(string name)
    {
        if (Element.ValueKind is not JsonValueKind.Object) throw Error("must be an object.");
        return Element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? new JsonPart(found, PathOf(name)) : null;
    }

    /// <summary>The field, which has to be there.</summary>
    public JsonPart Needed(string name) => Find(name) ?? throw new UnreadableMessageException(PathOf(name), "is missing.");

    /// <summary>The parts of a list.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (Element.ValueKind is not JsonValueKind.Array) throw Error("must be a list.");
        var path = Path;
        return Element.EnumerateArray().Select((item, index) => new JsonPart(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")));
    }

    /// <summary>The parts of the list of this name; none when it is absent.</summary>
    public IEnumerable<JsonPart> ItemsOf(string name) => Find(name)?.Items() ?? [];

    /// <summary>Text, cut to so many characters.</summary>
    public string Text(int most)
    {
        if (Element.ValueKind is not JsonValueKind.String) throw Error("must be text.");
        var text = TextOrRefuse();
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>An id, which shops write as text or as a number; null for none, which they write as zero or nothing.</summary>
    public string? Id()
    {
        var text = Element.ValueKind switch
        {
            JsonValueKind.String => TextOrRefuse(),
            JsonValueKind.Number when Element.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw Error("must be an id."),
        };
        if (text is "" or "0") return null;
        return text.Length <= MaxIdCharacters && !text.Any(char.IsControl) ? text : throw Error($"must be at most {MaxIdCharacters} characters, none of control.");
    }

    /// <summary>An id that has to be there.</summary>
    public string NeededId() => Id() ?? throw Error("must not be empty.");

    /// <summary>An amount as shops write one: a decimal number, mostly as text.</summary>
    public decimal Amount() => Element.ValueKind switch
    {
        JsonValueKind.String when decimal.TryParse(
            TextOrRefuse(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) => amount,
        JsonValueKind.Number when Element.TryGetDecimal(out var amount) => amount,
        _ => throw Error("must be a decimal number."),
    };

    /// <summary>A whole number of things.</summary>
    public int Quantity(int most) =>
        Element.ValueKind is JsonValueKind.Number && Element.TryGetInt32(out var quantity) && quantity >= 0 && quantity <= most
            ? quantity
            : throw Error($"must be a whole number from 0 to {most}.");

    /// <summary>A whole number of minor units.</summary>
    public long Minor(long most) =>
        Element.ValueKind is JsonValueKind.Number && Element.TryGetInt64(out var minor) && minor >= 0 && minor <= most
            ? minor
            : throw Error($"must be a whole number from 0 to {most}.");

    /// <summary>An instant in ISO 8601 with its offset, or without one where the shop always means <paramref name="offset"/>; null for empty text.</summary>
    public DateTimeOffset? Instant(TimeSpan? offset = null)
    {
        if (Element.ValueKind is not JsonValueKind.String) throw Error("must be an instant.");
        var text = TextOrRefuse();
        if (text.Length == 0) return null;
        if (text.Length <= 40 && ShopTime.Read(text, offset) is { } instant) return instant;
        throw Error(offset is null ? "must be an ISO 8601 instant with an offset." : "must be an instant.");
    }

    /// <summary>An instant that has to be there.</summary>
    public DateTimeOffset NeededInstant(TimeSpan? offset = null) => Instant(offset) ?? throw Error("must not be empty.");

    /// <summary>What is wrong with this part.</summary>
    public UnreadableMessageException Error(string reason) => new(Path.Length == 0 ? "body" : Path, reason);

    string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    // Half of a surrogate pair can be written as an escape, and is no text.
    string TextOrRefuse()
    {
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Error("must be whole Unicode characters.");
        }
    }
}
