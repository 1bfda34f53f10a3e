using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.Http;

/// <summary>Every path that no other function serves, but for those that are the Functions host's own.</summary>
public sealed class UnknownRouteEndpoint
{
    // A catch-all without an exception has taken requests away from the host's admin and runtime routes.
    const string Route = "{*path:regex(^(?!admin|runtime))}";

    /// <summary>404 as problem+json, whatever the method.</summary>
    [Function("UnknownRoute")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = Route)] HttpRequest request) =>
        Problems.NotFound($"There is no {request.Method} {request.Path}.");
}
