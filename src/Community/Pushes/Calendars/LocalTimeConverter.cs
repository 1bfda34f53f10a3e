using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Pushes.Calendars;

/// <summary>Times of the day as <c>HH:mm</c>. The built-in converter asks for seconds.</summary>
public sealed class LocalTimeConverter : JsonConverter<TimeOnly>
{
    const string Format = "HH':'mm";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
        && TimeOnly.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, default, out var time)
            ? time
            : throw new JsonException("must be a time of the day as HH:mm.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
