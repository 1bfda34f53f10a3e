using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The JSON of the API: camelCase, names of enum members, instants with an offset; unknown and repeated fields are
/// refused.
/// </summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new InstantConverter(), new OptionalConverterFactory() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    /// <summary>The same without the fields that are hidden from viewers.</summary>
    public static JsonSerializerOptions ForViewers { get; } = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { HiddenFromViewersAttribute.Remove } },
    };

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => new ApiResult<T>(value, status);
}
