using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp;

/// <summary>
/// The routes below <c>/local</c> take the credentials of the API: a viewer reads the clock, an operator moves it and
/// sees what is due, which names members.
/// </summary>
sealed class LocalRouteAccess(ICallerResolver callers) : ILocalRouteAccess
{
    public async Task<IResult?> CheckAsync(HttpRequest request)
    {
        var (caller, problem) = await callers.ResolveAsync(request);
        if (caller is null) return problem;
        var required = IsClockReading(request) ? CallerRole.Viewer : CallerRole.Operator;
        return caller.Role >= required ? null : Problems.Forbidden($"It needs the role {required}.");
    }

    static bool IsClockReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Equals("/local/clock", StringComparison.OrdinalIgnoreCase);
}
