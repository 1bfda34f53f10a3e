using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>The description of the HTTP API as a page.</summary>
public sealed class ApiDocsEndpoint(ApiDescription description)
{
    /// <summary>
    /// A page with every operation: its parameters, request, examples, responses and schemas. It loads nothing from
    /// elsewhere and runs no script.
    /// </summary>
    [Function("ApiDocs")]
    [Public]
    [Response(StatusCodes.Status200OK, "text/html"), Response(StatusCodes.Status304NotModified)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{ApiDocsStyle.Hash}'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
        return (await description.ReadAsync()).Page.Answer(request);
    }
}
