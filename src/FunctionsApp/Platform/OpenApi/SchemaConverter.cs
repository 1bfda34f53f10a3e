using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Turns the JSON schemas of types into those of the document.</summary>
sealed class SchemaConverter(OpenApiDocument document, SchemaRegistry registry, IServiceProvider services)
{
    /// <summary>The schema of a request body.</summary>
    public IOpenApiSchema ForBody(BodyAttribute body)
    {
        if (body.Type is not { } type) return Untyped(body.MediaType);
        var validator = services.GetService(typeof(IValidator<>).MakeGenericType(type)) as IValidator;
        return Convert(registry.ForRequest(type, validator));
    }

    public IOpenApiSchema ForQuery(QueryParameterAttribute query)
    {
        var schema = registry.ForText(query.Type);
        if (query.Values.Length > 0)
            schema["enum"] = new JsonArray([.. query.Values.Select(value => (JsonNode)value)]);
        return Convert(schema);
    }

    /// <summary>The bodies of answers of one status; null when they have none.</summary>
    public Dictionary<string, OpenApiMediaType>? ContentOf(IEnumerable<Answer> answers)
    {
        var content = answers.Where(answer => answer.MediaType is not null).ToDictionary(
            answer => answer.MediaType!,
            answer => new OpenApiMediaType { Schema = SchemaOf(answer) },
            StringComparer.Ordinal);
        return content.Count > 0 ? content : null;
    }

    public OpenApiMediaType MediaType(Type type) => new() { Schema = Convert(registry.ForResponse(type)) };

    /// <summary>Adds the schemas of all types that were asked for.</summary>
    public void AddComponents()
    {
        foreach (var (name, schema) in registry.Components)
            document.AddComponent(name, (OpenApiSchema)Convert(schema));
    }

    IOpenApiSchema SchemaOf(Answer answer) =>
        answer.Type is { } type ? Convert(registry.ForResponse(type)) : Untyped(answer.MediaType!);

    // JSON of another system has the shape that it says.
    static OpenApiSchema Untyped(string mediaType) =>
        mediaType == "application/json" ? new OpenApiSchema() : new OpenApiSchema { Type = JsonSchemaType.String };

    IOpenApiSchema Convert(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return new OpenApiSchemaReference(reference[SchemaNodes.ReferencePrefix.Length..], document);
        return OpenApiModelFactory.Parse<OpenApiSchema>(
            schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out var diagnostic, "json")
            ?? throw new InvalidOperationException($"{schema} is no schema: {diagnostic.Errors[0].Message}");
    }
}
