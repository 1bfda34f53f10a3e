using System.Text.Json;
using System.Text.Json.Serialization;
using Community.Platform;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// Fields of PATCH bodies: an absent field stays the default of <see cref="Optional{T}"/>, and null is a value.
/// </summary>
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    // The serializer adds the path of the field; the path inside its value would be lost.
    const string InnerPathKey = "innerPath";

    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments());
        return (JsonConverter)Activator.CreateInstance(converter)!;
    }

    /// <summary>The path below the field at fault, such as <c>[1]</c> or <c>.url</c>; empty for the field.</summary>
    public static string InnerPathOf(JsonException failure) => failure.Data[InnerPathKey] as string ?? "";

    sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return new Optional<T>(JsonSerializer.Deserialize<T>(ref reader, options));
            }
            catch (JsonException failure)
            {
                var outer = new JsonException(failure.Message, failure);
                outer.Data[InnerPathKey] = failure.Path?.TrimStart('$') + InnerPathOf(failure);
                throw outer;
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
