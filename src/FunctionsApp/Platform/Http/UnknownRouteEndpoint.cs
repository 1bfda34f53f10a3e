using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.Http;

/// <summary>Paths that no other function serves, except those of the Functions host.</summary>
public sealed class UnknownRouteEndpoint
{
    // A catch-all without the exception takes requests from the admin and runtime routes of the host.
    const string Route = "{*path:regex(^(?!admin|runtime))}";

    /// <summary>404 as problem+json for every method.</summary>
    [Function("UnknownRoute")]
    [Public]
    [NotDescribed("Every path of no other function; its problem is that of unknown things.")]
    public IResult Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "patch",
            "delete",
            "options",
            Route = Route)] HttpRequest request) =>
        Problems.UnknownRoute(request);
}
