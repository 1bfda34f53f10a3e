using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The description of the HTTP API.</summary>
public sealed class OpenApiEndpoint(ApiDescription description)
{
    /// <summary>This description, in OpenAPI 3.1; 304 for the <c>ETag</c> in <c>If-None-Match</c>.</summary>
    [Function("OpenApi")]
    [Public]
    [Response(StatusCodes.Status200OK, "application/json"), Response(StatusCodes.Status304NotModified)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        (await description.ReadAsync()).Json.Answer(request);
}
