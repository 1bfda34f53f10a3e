using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Functions.Http;

/// <summary>
/// Answers 404 to a known route with another method, as the Functions host does, also to HEAD where only GET is mapped.
/// ASP.NET Core would answer 405.
/// </summary>
internal sealed class MethodMismatch(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // The endpoint that answers 405 is the only one that is not a route.
        if (http.GetEndpoint() is not null and not RouteEndpoint) http.SetEndpoint(null);
        return next(http);
    }
}
