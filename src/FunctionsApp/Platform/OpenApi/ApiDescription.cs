using System.Reflection;
using System.Text;
using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>
/// The OpenAPI description of the app, made from its functions when it is first asked for. The attributes of the
/// functions are its only source, because the Functions host has no endpoints of ASP.NET Core.
/// </summary>
public sealed class ApiDescription(IServiceProvider services)
{
    readonly Lazy<Task<Rendered>> rendered = new(() => RenderAsync(services));

    /// <summary>The description as JSON of OpenAPI 3.1 and as a page.</summary>
    public Task<Rendered> ReadAsync() => rendered.Value;

    static async Task<Rendered> RenderAsync(IServiceProvider services)
    {
        var document = Build(services);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        var page = Encoding.UTF8.GetBytes(ApiDocsPage.Render(document));
        return new Rendered(
            new RenderedContent("application/json; charset=utf-8", json.ToArray()),
            new RenderedContent("text/html; charset=utf-8", page));
    }

    public sealed record Rendered(RenderedContent Json, RenderedContent Page);

    static OpenApiDocument Build(IServiceProvider services)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var documentation = XmlDocumentation.Read(assembly);
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Communities",
                Version = assembly.GetName().Version!.ToString(3),
                Description = "Runs a brand's WeChat and WeCom communities (社群).",
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
            Components = new OpenApiComponents(),
        };
        foreach (var (name, scheme) in SecuritySchemes.All) document.AddComponent(name, scheme);
        var schemas = new SchemaConverter(document, new SchemaRegistry(documentation), services);
        var shared = new SharedComponents(document, schemas);
        shared.AddAll();
        var functions = HttpFunction.FindAll(assembly)
            .Where(function => !function.Method.IsDefined(typeof(NotDescribedAttribute)))
            .ToList();
        AddTags(document, functions, documentation);
        AddPaths(document, functions, new OperationBuilder(document, schemas, shared, documentation));
        schemas.AddComponents();
        return document;
    }

    // A module is a tag; its text is that of its classes of endpoints.
    static void AddTags(
        OpenApiDocument document, IEnumerable<HttpFunction> functions, XmlDocumentation documentation) =>
        document.Tags = new HashSet<OpenApiTag>(
            from function in functions
            group documentation.Find(function.Method.DeclaringType!) by function.Module into module
            orderby module.Key
            select new OpenApiTag
            {
                Name = module.Key,
                Description = string.Join(' ', module.OfType<string>().Distinct(StringComparer.Ordinal)),
            });

    static void AddPaths(
        OpenApiDocument document, IEnumerable<HttpFunction> functions, OperationBuilder operations)
    {
        foreach (var path in functions.GroupBy(function => function.Path, StringComparer.Ordinal))
        {
            var item = new OpenApiPathItem();
            foreach (var function in path)
                foreach (var method in function.Methods)
                    item.AddOperation(HttpMethod.Parse(method), operations.Build(function, method));
            document.Paths.Add(path.Key, item);
        }
    }
}
