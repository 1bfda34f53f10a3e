using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Http;

/// <summary>Every path that no other function serves.</summary>
public sealed class UnknownRoute
{
    /// <summary>404 as problem+json, whatever the method.</summary>
    [Function("UnknownRoute")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request) =>
        Problems.NotFound($"There is no {request.Method} {request.Path}.");
}
