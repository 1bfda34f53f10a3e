using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>
/// The JSON schemas of the API's types, made by the serializer that reads and writes them. Objects and enums are
/// components. A request may leave fields out that a response always holds, so a type that is in both has two schemas.
/// </summary>
sealed class SchemaRegistry(XmlDocumentation documentation)
{
    // Of a constructor the exporter writes the defaults, and fails at those of structs. Nothing is constructed here.
    static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutConstructor } },
    };

    readonly Dictionary<string, (Type Type, bool IsRequest)> owners = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, JsonObject> components = new(StringComparer.Ordinal);

    /// <summary>The components by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Components => components;

    /// <summary>The schema of a response: every field is present, and others may be added.</summary>
    public JsonNode ForResponse(Type type) => Export(type, isRequest: false);

    /// <summary>The schema of a request body with the limits of its validator; unknown fields are refused.</summary>
    public JsonNode ForRequest(Type type, IValidator? validator)
    {
        var schema = Export(type, isRequest: true);
        if (validator is not null) new ValidatorSchema(this).Apply(validator, Resolve(schema)!);
        return schema;
    }

    /// <summary>The schema of a query parameter.</summary>
    public JsonNode ForText(Type type) => Export(type, isRequest: true);

    /// <summary>The component that a schema refers to, also where null is allowed; null for other schemas.</summary>
    internal JsonObject? Resolve(JsonNode? schema)
    {
        var reference = schema?["$ref"] ?? schema?["anyOf"]?[0]?["$ref"];
        return reference is null
            ? null
            : components[reference.GetValue<string>()[SchemaNodes.ReferencePrefix.Length..]];
    }

    JsonNode Export(Type type, bool isRequest) => Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Transform(context, schema, isRequest),
    });

    static void WithoutConstructor(JsonTypeInfo info)
    {
        if (info.Kind is JsonTypeInfoKind.Object) info.CreateObject = () => throw new NotSupportedException();
    }

    JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, bool isRequest)
    {
        var nullable = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        var type = nullable ?? context.TypeInfo.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            return SchemaNodes.OrNull(Export(type.GetGenericArguments()[0], isRequest));
        var mayBeNull = nullable is not null || context.PropertyInfo is { IsGetNullable: true };
        if (schema is JsonValue) return SchemaNodes.OfConverter(type, mayBeNull);
        if (type.IsEnum) return SchemaNodes.OrNull(Enum(type), nullable is not null);
        if (context.TypeInfo.Kind is not JsonTypeInfoKind.Object) return schema;
        var isNullable = SchemaNodes.RemoveNull(schema);
        var component = (JsonObject)schema.DeepClone();
        if (!isRequest) DescribeResponse(component, context.TypeInfo.Properties);
        return SchemaNodes.OrNull(Add(type, component, isRequest), isNullable);
    }

    internal JsonNode Enum(Type type)
    {
        var names = new JsonArray([.. System.Enum.GetNames(type).Select(name => (JsonNode)name)]);
        return Add(type, new JsonObject { ["type"] = "string", ["enum"] = names }, isRequest: false);
    }

    // Fields may be added to a response. It holds all of its own, but those that are left out for some values or for
    // some callers.
    static void DescribeResponse(JsonObject schema, IEnumerable<JsonPropertyInfo> properties)
    {
        schema.Remove("additionalProperties");
        var always = properties.Where(property => property.Get is not null && !IsLeftOut(property));
        schema["required"] = new JsonArray([.. always.Select(property => (JsonNode)property.Name)]);
    }

    static bool IsLeftOut(JsonPropertyInfo property) =>
        HiddenFromViewersAttribute.IsOn(property)
        || property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) is true;

    JsonObject Add(Type type, JsonObject schema, bool isRequest)
    {
        var name = SchemaNames.NameOf(type, isRequest);
        if (!owners.TryAdd(name, (type, isRequest)) && owners[name] != (type, isRequest))
            throw new InvalidOperationException($"Two schemas have the name {name}: {type} and {owners[name].Type}.");
        if (!components.ContainsKey(name))
        {
            if (documentation.Find(type) is { } description) schema["description"] = description;
            components.Add(name, schema);
        }

        return new JsonObject { ["$ref"] = SchemaNodes.ReferencePrefix + name };
    }
}
