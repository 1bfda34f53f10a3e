using System.Net;
using System.Reflection;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Tests.Application.Authorisation;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FunctionsApp.Tests.Application.OpenApi;

public sealed class ApiDescriptionTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly IReadOnlyList<HttpFunction> Described =
    [
        .. HttpFunction.FindAll(typeof(CommunityApp).Assembly)
            .Where(function => !function.Method.IsDefined(typeof(NotDescribedAttribute))),
    ];

    /// <summary>The functions that are no calls of the API.</summary>
    internal static IReadOnlyList<string> NotDescribed { get; } =
        ["Console", "Sidebar", "SidebarCallback", "UnknownRoute", "WeComDomainProof"];

    [Fact]
    public void Every_HTTP_function_states_its_answers_and_has_a_description()
    {
        var documentation = XmlDocumentation.Read(typeof(CommunityApp).Assembly);

        Assert.Empty(Described
            .Where(function => !function.Method.GetCustomAttributes<AnswersAttribute>().Any())
            .Select(function => $"{function.Name} has no [Response], [Page] or [Creation]."));
        Assert.Empty(Described
            .Where(function => documentation.Find(function.Method) is null)
            .Select(function => $"{function.Name} has no documentation comment."));
    }

    [Fact]
    public void Only_pages_and_the_function_of_unknown_paths_are_not_described() => Assert.Equal(
        NotDescribed,
        AppFunction.OverHttp.Select(function => function.Name).Except(Described.Select(function => function.Name)));

    [Fact]
    public async Task Operations_are_the_methods_of_the_HTTP_functions_and_nothing_else()
    {
        var document = await ReadAsync();

        Assert.Equal(
            AppFunction.OverHttp
                .Where(function => !NotDescribed.Contains(function.Name, StringComparer.Ordinal))
                .SelectMany(
                    function => function.Methods, (function, method) => $"{function.Name} {method.ToUpperInvariant()}")
                .Order(StringComparer.Ordinal),
            document.Paths
                .SelectMany(path => path.Value.Operations!)
                .Select(operation => operation.Key == HttpMethod.Head
                    ? $"{operation.Value.OperationId![..^"Head".Length]} HEAD"
                    : $"{operation.Value.OperationId} {operation.Key}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Operation_has_the_parameters_of_its_route()
    {
        var document = await ReadAsync();

        foreach (var (path, item) in document.Paths)
        {
            var inPath = ParametersOf(path);
            foreach (var operation in item.Operations!.Values)
                Assert.Equal(inPath, (operation.Parameters ?? [])
                    .Where(parameter => parameter.In is ParameterLocation.Path)
                    .Select(parameter => parameter.Name!));
        }
    }

    [Fact]
    public async Task Description_is_public_and_cached_by_its_entity_tag()
    {
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };
        using var response = await anonymous.GetAsync("/openapi.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi.json");
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);

        using var notModified = await anonymous.SendAsync(again);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=300", response.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
    }

    [Fact]
    public async Task Functions_that_need_a_role_name_the_credentials_and_others_do_not()
    {
        var document = await ReadAsync();
        var operations = document.Paths
            .SelectMany(path => path.Value.Operations!.Values)
            .ToDictionary(operation => operation.OperationId!, StringComparer.Ordinal);

        foreach (var function in Described)
        {
            var schemes = operations[function.Name].Security!
                .SelectMany(requirement => requirement.Keys)
                .Select(scheme => scheme.Reference.Id);
            Assert.Equal(function.Role is not null, schemes.Contains("machineKey", StringComparer.Ordinal));
        }
    }

    static IEnumerable<string> ParametersOf(string path) =>
        path.Split('{').Skip(1).Select(rest => rest.Split('}')[0]);

    async Task<OpenApiDocument> ReadAsync()
    {
        var text = (await app.GetAsync("/openapi.json")).Expecting(HttpStatusCode.OK).Text;
        var read = OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => $"{warning.Pointer}: {warning.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        return read.Document!;
    }
}
