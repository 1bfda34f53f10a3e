using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.OpenApi;
using static FunctionsApp.Platform.OpenApi.ApiDocsPage;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Operations as HTML.</summary>
static class OperationHtml
{
    static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Render(string path, string method, OpenApiOperation operation) => $"""
        <details id="{operation.OperationId}"><summary><span class="method">{method}</span> <code>{Text(path)}</code>
        <span class="title">{Text(operation.Summary!)}</span>{Access(operation)}</summary>
        <div class="body"><p>{Prose(operation.Description)}</p>
        {Parameters(operation.Parameters ?? [])}{Body(operation.RequestBody)}
        <h3>Responses</h3>
        <table>{string.Concat(operation.Responses!.Select(response => Response(response.Key, response.Value)))}</table>
        </div></details>
        """;

    static string Access(OpenApiOperation operation)
    {
        if (operation.Security is not [_, ..]) return "";
        var mark = operation.Extensions?[OperationBuilder.RoleExtension] is JsonNodeExtension role
            ? role.Node.GetValue<string>()
            : "signed";
        return $" <span class=\"mark\">{Text(mark)}</span>";
    }

    static string Parameters(IList<IOpenApiParameter> parameters) => parameters.Count == 0
        ? ""
        : $"<h3>Parameters</h3><table>{string.Concat(parameters.Select(Parameter))}</table>";

    static string Parameter(IOpenApiParameter parameter) => $"""
        <tr><th><code>{Text(parameter.Name!)}</code> <span class="mark">{PlaceOf(parameter)}</span></th>
        <td>{SchemaHtml.TypeOf(parameter.Schema!)} {Prose(parameter.Description)}</td></tr>
        """;

    static string PlaceOf(IOpenApiParameter parameter)
    {
        var place = parameter.In switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Header => "header",
            _ => "query",
        };
        return parameter.Required ? $"{place}, required" : place;
    }

    static string Body(IOpenApiRequestBody? body) => string.Concat((body?.Content ?? NoBodies).Select(content => $"""
        <h3>Body, <code>{Text(content.Key)}</code>{(body!.Required ? "" : ", optional")}</h3>
        <p>{SchemaHtml.TypeOf(content.Value.Schema!)}</p>
        {string.Concat((content.Value.Examples?.Values ?? []).Select(Example))}
        """));

    static string Example(IOpenApiExample example)
    {
        var text = example.Value!.GetValueKind() is JsonValueKind.String
            ? example.Value.GetValue<string>()
            : example.Value.ToJsonString(Indented);
        return $"<details><summary>Example: {Text(example.Summary!)}</summary>"
            + $"<div class=\"body\"><pre>{Text(text)}</pre></div></details>";
    }

    static string Response(string status, IOpenApiResponse response)
    {
        var bodies = (response.Content ?? NoBodies)
            .Select(body => $"<code>{Text(body.Key)}</code> {SchemaHtml.TypeOf(body.Value.Schema!)}");
        return $"<tr><th>{status} {Text(response.Description!)}</th><td>{string.Join("<br>", bodies)}</td></tr>";
    }

    static Dictionary<string, OpenApiMediaType> NoBodies { get; } = [];
}
