using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FunctionsApp.Platform.Callers;

/// <summary>
/// Lets a request through to its function when the caller has the role that the function needs: 401 without valid
/// credentials, 403 for a smaller role. A function without <see cref="PublicAttribute"/> or
/// <see cref="SignedAttribute"/> is never open.
/// </summary>
public sealed class AccessMiddleware(ICallerResolver callers, FunctionAccess access) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var problem = context.GetHttpContext() is { } http
            ? await CheckAsync(http, context.FunctionDefinition.Name)
            : null;
        if (problem is null) await next(context);
        else await problem.ExecuteAsync(context.GetHttpContext()!);
    }

    async Task<IResult?> CheckAsync(HttpContext http, string function)
    {
        if (access.IsOpen(function)) return null;
        var (caller, problem) = await callers.ResolveAsync(http.Request);
        if (caller is null) return problem;
        http.SetCaller(caller);
        var required = access.RoleFor(function);
        return caller.Role >= required ? null : Problems.Forbidden($"It needs the role {required}.");
    }
}
