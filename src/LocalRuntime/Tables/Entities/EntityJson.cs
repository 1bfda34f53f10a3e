namespace LocalRuntime.Tables.Entities;

/// <summary>Entities as OData JSON with type annotations, the format of clients and of the embedded store.</summary>
static class EntityJson
{
    const string Annotation = "@odata.type";
    const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

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

    /// <summary>Writes an entity for a response with the selected properties; null selects all.</summary>
    public static void Write(IBufferWriter<byte> output, StoredEntity entity, IReadOnlyList<string>? select)
    {
        using var writer = new Utf8JsonWriter(output, Compact);
        writer.WriteStartObject();
        writer.WriteString("odata.etag", entity.ETag);
        if (IsSelected("PartitionKey")) writer.WriteString("PartitionKey", entity.PartitionKey);
        if (IsSelected("RowKey")) writer.WriteString("RowKey", entity.RowKey);
        if (IsSelected("Timestamp")) writer.WriteString("Timestamp", Text(entity.Timestamp));
        if (select is null && entity.Json.Length > 2)
        {
            // The members of the stored object follow unchanged, with its closing brace.
            writer.Flush();
            output.Write(","u8);
            output.Write(entity.Json.AsSpan(1));
            return;
        }

        foreach (var (name, value) in entity.Properties)
        {
            if (IsSelected(name)) Write(writer, name, value);
        }

        writer.WriteEndObject();

        bool IsSelected(string name) => select?.Contains(name) != false;
    }

    /// <summary>The properties of an entity, without keys, time stamp and nulls.</summary>
    public static Dictionary<string, object> ReadProperties(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadProperties(document.RootElement);
    }

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
            case long number: WriteTyped("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid guid: WriteTyped("Edm.Guid", guid.ToString()); break;
            case DateTimeOffset instant: WriteTyped("Edm.DateTime", Text(instant)); break;
            case byte[] bytes: WriteTyped("Edm.Binary", Convert.ToBase64String(bytes)); break;
            case double number when double.IsFinite(number):
                writer.WritePropertyName(name);
                writer.WriteRawValue(Text(number), skipInputValidation: true);
                break;
            case double number: WriteTyped("Edm.Double", number.ToString(CultureInfo.InvariantCulture)); break;
            default: throw new NotSupportedException($"{name} is of type {value.GetType()}.");
        }

        void WriteTyped(string type, string text)
        {
            writer.WriteString(name + Annotation, type);
            writer.WriteString(name, text);
        }
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

    // The service writes a double without a type, as a number with a decimal point; a number without one is an integer.
    static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : $"{text}.0";
    }

    static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
