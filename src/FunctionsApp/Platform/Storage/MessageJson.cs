using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Reads the JSON of queue messages. A property that the app always writes must be there, so that JSON of another shape
/// is refused and does not become a message of empty values.
/// </summary>
static class MessageJson
{
    public static JsonSerializerOptions Options { get; } = new(StoredJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsAlwaysWritten } },
    };

    static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // StoredJson leaves out properties that are null.
            property.IsRequired |= IsRead(property)
                && property.AssociatedParameter is null or { HasDefaultValue: false }
                && !IsNullable(property);
        }
    }

    static bool IsRead(JsonPropertyInfo property) =>
        property.AssociatedParameter is not null || property.Set is not null;

    static bool IsNullable(JsonPropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : property.IsGetNullable;
}
