using System.Globalization;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.OpenApi;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Contract;

/// <summary>An operation: the bodies by status and media type, null where the schema says nothing.</summary>
sealed record ContractOperation(
    string Id,
    string Path,
    HttpMethod Method,
    IReadOnlyDictionary<int, IReadOnlyDictionary<string, ContractSchema?>> Answers,
    ContractSchema? Request);

/// <summary>
/// The description of the API, ready to check requests and answers. Answers have no field that it does not name.
/// </summary>
sealed class ApiContract
{
    const string Definitions = "https://contract.example/schemas";
    const string Components = "#/components/schemas/";

    // All hosts of the tests run one app, which has one description.
    static readonly Lock Loading = new();
    static ApiContract? loaded;

    readonly JsonObject document;
    readonly ILookup<HttpMethod, ContractOperation> operations;

    ApiContract(JsonObject document)
    {
        this.document = document;
        var schemas = (JsonObject)document["components"]!["schemas"]!;
        foreach (var (name, schema) in schemas) Close(name, (JsonObject)schema!);
        SchemaRegistry.Global.Register(JsonSchema.FromText(Pointing(
            new JsonObject { ["$id"] = Definitions, ["$defs"] = schemas.DeepClone() })));
        operations = ReadOperations().ToLookup(operation => operation.Method);
    }

    public static async Task<ApiContract> LoadAsync(IServiceProvider services)
    {
        if (Volatile.Read(ref loaded) is { } already) return already;
        var rendered = await services.GetRequiredService<ApiDescription>().ReadAsync();
        lock (Loading) return loaded ??= new ApiContract((JsonObject)JsonNode.Parse(rendered.Json.Bytes.Span)!);
    }

    /// <summary>The operation that serves the path; null for paths of the host and for unknown ones.</summary>
    public ContractOperation? Find(HttpMethod method, string path) => operations[method]
        .Where(operation => RequestExamples.Matches(operation.Path, path))
        .MinBy(operation => operation.Path.Count(c => c == '{'));

    static void Close(string name, JsonObject schema)
    {
        if (schema["properties"] is null || IsProblem(name)) return;
        schema["additionalProperties"] ??= false;
    }

    static bool IsProblem(string name) =>
        name is nameof(Problem) or nameof(ValidationProblem) or nameof(ConflictProblem);

    static string Pointing(JsonNode schema) =>
        schema.ToJsonString().Replace(Components, $"{Definitions}#/$defs/", StringComparison.Ordinal);

    IEnumerable<ContractOperation> ReadOperations() =>
        from path in (JsonObject)document["paths"]!
        from operation in (JsonObject)path.Value!
        select new ContractOperation(
            operation.Value!["operationId"]!.GetValue<string>(),
            path.Key,
            HttpMethod.Parse(operation.Key),
            ((JsonObject)operation.Value["responses"]!).ToDictionary(
                response => int.Parse(response.Key, CultureInfo.InvariantCulture),
                IReadOnlyDictionary<string, ContractSchema?> (response) => BodiesOf(response.Value!)),
            SchemaOf(operation.Value["requestBody"]?["content"]?["application/json"]));

    Dictionary<string, ContractSchema?> BodiesOf(JsonNode response) =>
        ((JsonObject?)Resolve(response)["content"] ?? []).ToDictionary(
            body => body.Key,
            body => body.Key.EndsWith("json", StringComparison.Ordinal) ? SchemaOf(body.Value) : null,
            StringComparer.Ordinal);

    JsonNode Resolve(JsonNode response) => response["$ref"] is { } reference
        ? document["components"]!["responses"]![reference.GetValue<string>().Split('/')[^1]]!
        : response;

    static ContractSchema? SchemaOf(JsonNode? body) => body?["schema"] is JsonObject { Count: > 0 } schema
        ? new ContractSchema(JsonSchema.FromText(Pointing(schema)))
        : null;
}
