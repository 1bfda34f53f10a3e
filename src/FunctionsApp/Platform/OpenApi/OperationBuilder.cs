using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Describes HTTP functions as operations, from their triggers, attributes and documentation.</summary>
sealed class OperationBuilder(
    OpenApiDocument document, SchemaConverter schemas, SharedComponents shared, XmlDocumentation documentation)
{
    /// <summary>The smallest role of callers, or <c>Staff</c>; absent where a function needs none.</summary>
    public const string RoleExtension = "x-required-role";

    const string StaffRole = "Staff";

    /// <summary>
    /// The operation of one method of a function. Its id is the name of the function; <c>HEAD</c> has the suffix
    /// <c>Head</c>.
    /// </summary>
    public OpenApiOperation Build(HttpFunction function, string method)
    {
        var isHead = HttpMethods.IsHead(method);
        return new OpenApiOperation
        {
            OperationId = isHead ? $"{function.Name}Head" : function.Name,
            Summary = Titles.From(function.Name),
            Description = documentation.Find(function.Method),
            Tags = new HashSet<OpenApiTagReference> { new(function.Module, document) },
            Parameters = [.. Parameters(function)],
            RequestBody = RequestBody(function),
            Responses = Responses(function, isHead),
            Security = Security(function),
            Extensions = RoleOf(function),
        };
    }

    static Dictionary<string, IOpenApiExtension>? RoleOf(HttpFunction function) =>
        (function.IsForStaff ? StaffRole : function.Role?.ToString()) is { } role
            ? new(StringComparer.Ordinal) { [RoleExtension] = new JsonNodeExtension(role) }
            : null;

    IEnumerable<IOpenApiParameter> Parameters(HttpFunction function)
    {
        foreach (var name in function.RouteParameters)
            yield return new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        foreach (var query in function.Method.GetCustomAttributes<QueryParameterAttribute>())
            yield return new OpenApiParameter
            {
                Name = query.Name,
                In = ParameterLocation.Query,
                Description = query.Description,
                Required = query.IsRequired,
                Schema = schemas.ForQuery(query),
            };
        foreach (var parameter in shared.ParametersOf(function)) yield return parameter;
    }

    OpenApiRequestBody? RequestBody(HttpFunction function)
    {
        if (function.Method.GetCustomAttribute<BodyAttribute>() is not { } body) return null;
        var examples = RequestExamples.Of(function).Where(example => example.Body.Length > 0).ToList();
        var type = new OpenApiMediaType { Schema = schemas.ForBody(body) };
        if (examples.Count > 0) type.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var (index, example) in examples.Index())
            type.Examples!.Add(
                string.Create(CultureInfo.InvariantCulture, $"example{index + 1}"),
                new OpenApiExample
                {
                    Summary = example.Title.Length > 0 ? example.Title : Titles.From(function.Name),
                    Value = body.MediaType == "application/json" ? JsonNode.Parse(example.Body) : example.Body,
                });
        return new OpenApiRequestBody
        {
            Required = !body.IsOptional,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [body.MediaType] = type },
        };
    }

    OpenApiResponses Responses(HttpFunction function, bool isHead)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in function.Method.GetCustomAttributes<AnswersAttribute>()
            .SelectMany(attribute => attribute.Answers)
            .GroupBy(answer => answer.Status))
        {
            var response = new OpenApiResponse
            {
                Description = Titles.OfStatus(answers.Key),
                Headers = shared.HeadersOf(function, answers.Key),
            };
            if (!isHead) response.Content = schemas.ContentOf(answers);
            responses.Add(Key(answers.Key), response);
        }

        foreach (var status in ProblemStatuses.Of(function))
        {
            if (isHead) responses.TryAdd(Key(status), NoContent(status));
            else if (responses.TryGetValue(Key(status), out var page))
                shared.AddProblem(status, page.Content!);
            else responses.Add(Key(status), shared.Problem(status));
        }

        return responses;
    }

    static OpenApiResponse NoContent(int status) => new() { Description = Titles.OfStatus(status) };

    List<OpenApiSecurityRequirement> Security(HttpFunction function) => function switch
    {
        { Role: not null } => [.. SecuritySchemes.OfCallers.Select(Scheme)],
        { IsForStaff: true } => [Scheme(SecuritySchemes.Staff)],
        _ when function.Method.IsDefined(typeof(SignedAttribute)) => [Scheme(SecuritySchemes.Signature)],
        _ => [],
    };

    OpenApiSecurityRequirement Scheme(string name) =>
        new() { [new OpenApiSecuritySchemeReference(name, document)] = [] };

    static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
