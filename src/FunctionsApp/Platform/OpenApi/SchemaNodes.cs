using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Platform;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Parts of JSON schemas.</summary>
static class SchemaNodes
{
    public const string ReferencePrefix = "#/components/schemas/";

    const string Null = "null";

    /// <summary>The schema that also allows null.</summary>
    public static JsonNode OrNull(JsonNode schema, bool isNullable = true)
    {
        if (!isNullable || schema["anyOf"] is not null) return schema;
        if (schema["$ref"] is not null)
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = Null }) };
        if (schema["type"] is JsonValue type) schema["type"] = new JsonArray(type.GetValue<string>(), Null);
        return schema;
    }

    /// <summary>Takes null out of the allowed types; true when it was one.</summary>
    public static bool RemoveNull(JsonNode schema)
    {
        if (schema["type"] is not JsonArray types) return false;
        var others = types.Select(type => type!.GetValue<string>()).Where(type => type != Null).ToList();
        if (others.Count == types.Count) return false;
        schema["type"] = others[0];
        return true;
    }

    /// <summary>The schema without null, which may be another node.</summary>
    public static JsonNode Required(JsonNode schema)
    {
        if (schema["anyOf"]?[0] is { } first) return first.DeepClone();
        RemoveNull(schema);
        return schema;
    }

    /// <summary>The schema of a type with a converter of its own, about which the serializer knows nothing.</summary>
    public static JsonNode OfConverter(Type type, bool isNullable)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (type == typeof(DateTimeOffset)) schema["format"] = "date-time";
        else if (type == typeof(TimeOnly)) schema["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
        else if (type == typeof(JsonElement)) schema["type"] = "object";
        else if (type == typeof(MoneyByCurrency))
            schema = new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "integer", ["format"] = "int64" },
            };
        else
            throw new InvalidOperationException($"The JSON of {type} has no schema.");
        return OrNull(schema, isNullable);
    }
}
