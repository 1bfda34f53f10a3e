using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The description as HTML: operations by tag, each closed until it is opened, and the schemas.</summary>
static partial class ApiDocsPage
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(OpenApiDocument document)
    {
        var title = $"{Text(document.Info.Title!)}: HTTP API";
        var operations = document.Paths
            .SelectMany(path => path.Value.Operations!
                .Where(operation => operation.Key != HttpMethod.Head)
                .Select(operation => (Path: path.Key, operation.Key.Method, Operation: operation.Value)))
            .ToLookup(operation => operation.Operation.Tags!.First().Name!, StringComparer.Ordinal);
        return string.Concat([
            $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>{ApiDocsStyle.Css}</style>
            <header><h1>{title}</h1>
            <p>{Text(document.Info.Description!)} <a href="/openapi.json">OpenAPI 3.1 as JSON</a></p></header>
            <nav>
            """,
            .. document.Tags!.Select(tag => $"<a href=\"#{Text(tag.Name!)}\">{Text(tag.Name!)}</a>"),
            "<a href=\"#schemas\">Schemas</a></nav><main>",
            .. document.Tags!.SelectMany(tag => operations[tag.Name!]
                .Select(operation => OperationHtml.Render(operation.Path, operation.Method, operation.Operation))
                .Prepend($"<h2 id=\"{Text(tag.Name!)}\">{Text(tag.Name!)}</h2><p>{Prose(tag.Description)}</p>")),
            "<h2 id=\"schemas\">Schemas</h2>",
            .. document.Components!.Schemas!.Select(schema => RenderSchema(schema.Key, schema.Value)),
            "</main></html>",
        ]);
    }

    /// <summary>Escaped text.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    /// <summary>Escaped text whose back-quoted parts are code.</summary>
    public static string Prose(string? text) => Code().Replace(Text(text ?? ""), "<code>${code}</code>");

    static string RenderSchema(string name, IOpenApiSchema schema) =>
        $"<details id=\"schema-{Text(name)}\"><summary><code>{Text(name)}</code></summary>"
        + $"<div class=\"body\"><p>{Prose(schema.Description)}</p>{SchemaHtml.Render(schema)}</div></details>";

    [GeneratedRegex("(`|&#x60;)(?<code>.+?)(`|&#x60;)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
