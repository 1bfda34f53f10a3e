using Microsoft.OpenApi;
using static FunctionsApp.Platform.OpenApi.ApiDocsPage;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Schemas as HTML.</summary>
static class SchemaHtml
{
    /// <summary>The names of an enum, or a table of the fields of an object.</summary>
    public static string Render(IOpenApiSchema schema)
    {
        if (schema.Properties is not { Count: > 0 } fields) return $"<p>{TypeOf(schema)}</p>";
        List<string> table = ["<table>"];
        foreach (var (name, field) in fields)
        {
            var isRequired = schema.Required?.Contains(name) is true;
            var mark = isRequired ? "" : " <span class=\"mark\">optional</span>";
            table.Add($"<tr><th><code>{Text(name)}</code>{mark}</th><td>{TypeOf(field)}</td></tr>");
        }

        return string.Concat([.. table, "</table>"]);
    }

    /// <summary>A short name of the type with its limits; that of a component is a link.</summary>
    public static string TypeOf(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } id } =>
            $"<a href=\"#schema-{Text(id)}\"><code>{Text(id)}</code></a>",
        { AnyOf: { Count: > 0 } choices } => string.Join(" or ", choices.Select(TypeOf)),
        { Items: { } item } => $"list of {TypeOf(item)}{OrNull(schema)}{Limits(schema)}",
        { AdditionalProperties: { } value } => $"object of {TypeOf(value)} by name",
        { Enum: { Count: > 0 } names } =>
            string.Join(", ", names.Select(name => $"<code>{Text(name!.ToString())}</code>")),
        _ => $"{NameOf(schema)}{OrNull(schema)}{Limits(schema)}",
    };

    static string NameOf(IOpenApiSchema schema) =>
        schema.Format ?? schema.Type?.ToIdentifiers().MinBy(name => name == "null") ?? "any";

    static string OrNull(IOpenApiSchema schema) =>
        schema.Type is { } type and not JsonSchemaType.Null && type.HasFlag(JsonSchemaType.Null) ? " or null" : "";

    static string Limits(IOpenApiSchema schema)
    {
        var limits = string.Join(", ", new[]
        {
            Range(schema.Minimum, schema.Maximum, ""),
            Range($"{schema.MinLength}", $"{schema.MaxLength}", " characters"),
            Range($"{schema.MinItems}", $"{schema.MaxItems}", " items"),
            schema.Pattern is { } pattern ? $"<code>{Text(pattern)}</code>" : null,
        }.OfType<string>());
        return limits.Length > 0 ? $", {limits}" : "";
    }

    static string? Range(string? min, string? max, string unit) => (min, max) switch
    {
        (null or "", null or "") => null,
        (null or "", _) => $"at most {max}{unit}",
        (_, null or "") => $"at least {min}{unit}",
        _ => $"{min} to {max}{unit}",
    };
}
