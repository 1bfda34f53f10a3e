using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>The platform's JSON: names in snake case, instants as seconds since 1970.</summary>
static class WeComJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The texts are Chinese, and limits count bytes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SecondsConverter() },
    };

    /// <summary>The <c>errcode</c> of an answer, which is 0 where there is none; null for what is no answer.</summary>
    public static int? ErrorCodeOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<ErrorCode>(json, Options)?.Errcode;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record ErrorCode(int Errcode);

    sealed class SecondsConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            IsNumber(ref reader, out var seconds) && seconds is >= 0 and <= uint.MaxValue
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : throw new JsonException("must be seconds since 1970.");

        // Some answers hold the number as text.
        static bool IsNumber(ref Utf8JsonReader reader, out long seconds)
        {
            if (reader.TokenType is JsonTokenType.Number) return reader.TryGetInt64(out seconds);
            return long.TryParse(
                reader.TokenType is JsonTokenType.String ? reader.GetString() : null,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out seconds);
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeSeconds());
    }
}
