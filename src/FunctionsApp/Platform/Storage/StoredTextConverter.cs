using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Writes characters outside the basic plane, such as emoji, as they are. The encoders of System.Text.Json escape each
/// of them to twelve characters, and a row or message holds a limited number.
/// </summary>
public sealed class StoredTextConverter : JsonConverter<string>
{
    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            writer.WriteRawValue(Quote(value), skipInputValidation: true);
        else
            writer.WriteStringValue(value);
    }

    /// <inheritdoc />
    public override string ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    // Runes replace halves of surrogate pairs, which have no form in UTF-8.
    static string Quote(string value)
    {
        var json = new StringBuilder("\"", value.Length + 16);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.IsBmp) json.Append(JsonEncodedText.Encode([(char)rune.Value], StoredJson.Options.Encoder));
            else json.Append(rune);
        }

        return json.Append('"').ToString();
    }
}
