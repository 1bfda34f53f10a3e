using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure;

namespace LocalRuntime.Tables;

/// <summary>
/// An entity in OData's JSON with type annotations: what travels to and from the service, and what the embedded store keeps.
/// </summary>
static class EntityJson
{
    const string Annotation = "@odata.type";
    const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    static readonly JsonWriterOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(IReadOnlyDictionary<string, object> properties, string? partitionKey = null, string? rowKey = null)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            if (partitionKey is not null) writer.WriteString("PartitionKey", partitionKey);
            if (rowKey is not null) writer.WriteString("RowKey", rowKey);
            foreach (var (name, value) in properties) Write(writer, name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Dictionary<string, object> ReadProperties(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Properties(document.RootElement);
    }

    public static StoredEntity Read(JsonElement entity) => new(
        Text(entity, "PartitionKey"),
        Text(entity, "RowKey"),
        Text(entity, "Timestamp") is { } timestamp ? Instant(timestamp) : null,
        Text(entity, "odata.etag") is { } etag ? new ETag(etag) : default,
        Properties(entity));

    static Dictionary<string, object> Properties(JsonElement entity)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        Dictionary<string, string>? types = null;
        foreach (var member in entity.EnumerateObject())
        {
            if (member.Name.EndsWith(Annotation, StringComparison.Ordinal))
            {
                (types ??= new(StringComparer.Ordinal))[member.Name[..^Annotation.Length]] = member.Value.GetString()!;
            }
        }

        foreach (var member in entity.EnumerateObject())
        {
            var isMetadata = member.Name.StartsWith("odata.", StringComparison.Ordinal) || member.Name.Contains("@odata.", StringComparison.Ordinal);
            if (!isMetadata && !EntityMapper.IsSystem(member.Name) && member.Value.ValueKind != JsonValueKind.Null) properties[member.Name] = Value(member.Value, types?.GetValueOrDefault(member.Name));
        }

        return properties;
    }

    static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text: writer.WriteString(name, text); break;
            case int number: writer.WriteNumber(name, number); break;
            case bool flag: writer.WriteBoolean(name, flag); break;
            case long number: WriteTyped(writer, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid guid: WriteTyped(writer, name, "Edm.Guid", guid.ToString()); break;
            case DateTimeOffset instant: WriteTyped(writer, name, "Edm.DateTime", instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)); break;
            case byte[] bytes: WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(bytes)); break;
            case double number when double.IsFinite(number):
                writer.WriteString(name + Annotation, "Edm.Double");
                writer.WriteNumber(name, number);
                break;
            case double number: WriteTyped(writer, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"{name} is of type {value.GetType()}.");
        }
    }

    static void WriteTyped(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteString(name + Annotation, type);
        writer.WriteString(name, value);
    }

    static object Value(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", JsonValueKind.String) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Guid", _) => value.GetGuid(),
        ("Edm.DateTime", _) => Instant(value.GetString()!),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        ("Edm.Double", JsonValueKind.Number) => value.GetDouble(),
        ("Edm.Double", _) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (_, JsonValueKind.String) => value.GetString()!,
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        (_, JsonValueKind.Number) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        _ => throw new JsonException($"A property of type {type} cannot be {value.ValueKind}."),
    };

    static string? Text(JsonElement entity, string name) => entity.TryGetProperty(name, out var value) ? value.GetString() : null;

    static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
