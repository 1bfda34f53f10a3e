using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Functions.Http;

/// <summary>
/// The Functions host finds no function, and so answers 404, when a route is known but not the method, HEAD at a GET included.
/// ASP.NET Core would answer 405.
/// </summary>
internal sealed class MethodMismatch(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // What routing puts in place of a route is its answer of 405.
        if (http.GetEndpoint() is not null and not RouteEndpoint) http.SetEndpoint(null);
        return next(http);
    }
}
