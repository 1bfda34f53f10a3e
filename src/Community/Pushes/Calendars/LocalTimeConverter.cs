using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Pushes.Calendars;

/// <summary>Times of the day as <see cref="LocalTimeText"/>. The built-in converter asks for seconds.</summary>
public sealed class LocalTimeConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && LocalTimeText.Parse(reader.GetString()) is { } time
            ? time
            : throw new JsonException("must be a time of the day as HH:mm.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalTimeText.Format(value));
}
