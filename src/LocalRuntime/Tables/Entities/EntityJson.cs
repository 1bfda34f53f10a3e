using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalRuntime.Tables.Entities;

/// <summary>An entity in OData's JSON with type annotations: what travels to and from clients, and what the embedded store keeps.</summary>
static class EntityJson
{
    const string Annotation = "@odata.type";
    const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The properties as they are stored.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, object> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in properties) Write(writer, name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an entity as an answer holds it; <paramref name="select"/> names the properties that are wanted, null wants all.</summary>
    public static void Write(IBufferWriter<byte> output, StoredEntity entity, IReadOnlyList<string>? select)
    {
        using var writer = new Utf8JsonWriter(output, Compact);
        writer.WriteStartObject();
        writer.WriteString("odata.etag", entity.ETag);
        foreach (var name in (ReadOnlySpan<string>)["PartitionKey", "RowKey"])
        {
            if (select?.Contains(name) != false) writer.WriteString(name, (string)entity.Value(name)!);
        }

        if (select?.Contains("Timestamp") != false) writer.WriteString("Timestamp", Text(entity.Timestamp));
        if (select is not null)
        {
            foreach (var (name, value) in entity.Properties.Where(property => select.Contains(property.Key))) Write(writer, name, value);
        }
        else if (entity.Json.Length > 2)
        {
            // The stored object's members follow as they are, with its closing brace.
            writer.Flush();
            output.Write(","u8);
            output.Write(entity.Json.AsSpan(1));
            return;
        }

        writer.WriteEndObject();
    }

    /// <summary>The properties of an entity, without its keys, its time stamp and what has no value.</summary>
    public static Dictionary<string, object> ReadProperties(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadProperties(document.RootElement);
    }

    /// <inheritdoc cref="ReadProperties(ReadOnlyMemory{byte})" />
    public static Dictionary<string, object> ReadProperties(JsonElement entity)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        Dictionary<string, string>? types = null;
        foreach (var member in entity.EnumerateObject())
        {
            if (member.Name.EndsWith(Annotation, StringComparison.Ordinal))
                (types ??= new(StringComparer.Ordinal))[member.Name[..^Annotation.Length]] = member.Value.GetString()!;
        }

        foreach (var member in entity.EnumerateObject())
        {
            if (IsOwn(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                properties[member.Name] = Value(member.Value, types?.GetValueOrDefault(member.Name));
        }

        return properties;
    }

    static bool IsOwn(string name) =>
        name is not ("PartitionKey" or "RowKey" or "Timestamp" or "ETag")
        && !name.StartsWith("odata.", StringComparison.Ordinal)
        && !name.Contains("@odata.", StringComparison.Ordinal);

    static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text: writer.WriteString(name, text); break;
            case int number: writer.WriteNumber(name, number); break;
            case bool flag: writer.WriteBoolean(name, flag); break;
            case long number: WriteTyped(writer, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid guid: WriteTyped(writer, name, "Edm.Guid", guid.ToString()); break;
            case DateTimeOffset instant: WriteTyped(writer, name, "Edm.DateTime", Text(instant)); break;
            case byte[] bytes: WriteTyped(writer, name, "Edm.Binary", Convert.ToBase64String(bytes)); break;
            case double number when double.IsFinite(number):
                writer.WritePropertyName(name);
                writer.WriteRawValue(Text(number), skipInputValidation: true);
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

    // The service writes a double as a number with a decimal point and without a type; one without a point is an integer.
    static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0";
    }

    static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
