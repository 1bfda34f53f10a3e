using System.Globalization;
using System.Text.Json;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>
/// A field of a genuine message is missing or invalid. The message never holds the value of the field.
/// </summary>
public sealed class UnreadableMessageException(string field, string reason) : Exception($"{field} {reason}")
{
    public string Field { get; } = field;

    public string Reason { get; } = reason;
}

/// <summary>A part of the JSON of a message. A field is validated when it is read; other fields are ignored.</summary>
public readonly record struct JsonPart(JsonElement Element, string Path)
{
    public const int MaxIdCharacters = 100;

    const NumberStyles AmountStyle = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>
    /// The JSON object in the bytes; throws <see cref="UnreadableMessageException"/>, also for a repeated field.
    /// </summary>
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
        return Element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null
            ? new JsonPart(found, PathOf(name))
            : null;
    }

    /// <summary>The required field.</summary>
    public JsonPart Needed(string name) =>
        Find(name) ?? throw new UnreadableMessageException(PathOf(name), "is missing.");

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (Element.ValueKind is not JsonValueKind.Array) throw Error("must be a list.");
        var path = Path;
        return Element.EnumerateArray()
            .Select((item, index) => (item, Path: string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
            .Select(part => new JsonPart(part.item, part.Path));
    }

    /// <summary>The items of the list in a field; none when the field is absent.</summary>
    public IEnumerable<JsonPart> ItemsOf(string name) => Find(name)?.Items() ?? [];

    /// <summary>Text, cut to <paramref name="limit"/> characters.</summary>
    public string Text(int limit)
    {
        if (Element.ValueKind is not JsonValueKind.String) throw Error("must be text.");
        var text = TextOrRefuse();
        if (text.Length <= limit) return text;
        return char.IsHighSurrogate(text[limit - 1]) ? text[..(limit - 1)] : text[..limit];
    }

    /// <summary>True for a field that is true, as literal or as text; false when it is absent.</summary>
    public bool IsTrue(string name) => Find(name) is { } flag && flag.Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => flag.Text(8) is var text && text.Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => throw flag.Error("must be true or false."),
    };

    /// <summary>An id as text or number; null for an empty text or zero, which shops write for no id.</summary>
    public string? Id()
    {
        var text = Element.ValueKind switch
        {
            JsonValueKind.String => TextOrRefuse(),
            JsonValueKind.Number when Element.TryGetInt64(out var number) =>
                number.ToString(CultureInfo.InvariantCulture),
            _ => throw Error("must be an id."),
        };
        if (text is "" or "0") return null;
        return text.Length <= MaxIdCharacters && !text.Any(char.IsControl)
            ? text
            : throw Error($"must be at most {MaxIdCharacters} characters, none of control.");
    }

    /// <summary>A required id.</summary>
    public string NeededId() => Id() ?? throw Error("must not be empty.");

    /// <summary>An amount: a decimal number, as text or number.</summary>
    public decimal Amount() => Element.ValueKind switch
    {
        JsonValueKind.String when decimal.TryParse(
            TextOrRefuse(), AmountStyle, CultureInfo.InvariantCulture, out var amount) => amount,
        JsonValueKind.Number when Element.TryGetDecimal(out var amount) => amount,
        _ => throw Error("must be a decimal number."),
    };

    /// <summary>A whole number from 0 to <paramref name="limit"/>.</summary>
    public int Quantity(int limit) => (int)Minor(limit);

    /// <summary>An amount in minor units, from 0 to <paramref name="limit"/>.</summary>
    public long Minor(long limit) =>
        Element.ValueKind is JsonValueKind.Number
        && Element.TryGetInt64(out var minor)
        && minor >= 0
        && minor <= limit
            ? minor
            : throw Error($"must be a whole number from 0 to {limit}.");

    /// <summary>
    /// An instant in ISO 8601 with an offset, or without one when the shop always uses <paramref name="offset"/>;
    /// null for an empty text.
    /// </summary>
    public DateTimeOffset? Instant(TimeSpan? offset = null)
    {
        if (Element.ValueKind is not JsonValueKind.String) throw Error("must be an instant.");
        var text = TextOrRefuse();
        if (text.Length == 0) return null;
        if (text.Length <= 40 && InstantText.Read(text, offset) is { } instant) return instant;
        throw Error(offset is null ? "must be an ISO 8601 instant with an offset." : "must be an instant.");
    }

    /// <summary>A required instant.</summary>
    public DateTimeOffset NeededInstant(TimeSpan? offset = null) =>
        Instant(offset) ?? throw Error("must not be empty.");

    /// <summary>The exception for this part; <paramref name="reason"/> must not hold its value.</summary>
    public UnreadableMessageException Error(string reason) => new(Path.Length == 0 ? "body" : Path, reason);

    string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    // JSON can hold an unpaired surrogate as an escape, which is not valid text.
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
