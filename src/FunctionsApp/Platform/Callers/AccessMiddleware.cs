using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FunctionsApp.Platform.Callers;

/// <summary>
/// Lets a request through to its function when the caller has the role that the function needs, or is staff for a
/// function of <see cref="StaffOnlyAttribute"/>: 401 without valid credentials, 403 for a smaller role, 503 while the
/// storage is away. A function without <see cref="PublicAttribute"/> or <see cref="SignedAttribute"/> is never open.
/// </summary>
public sealed class AccessMiddleware(RoleCheck roles, FunctionAccess access, IEnumerable<IStaffAccess> staff)
    : IFunctionsWorkerMiddleware
{
    // Null where the app has no sidebar.
    readonly IStaffAccess? staff = staff.SingleOrDefault();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var (http, function) = (context.GetHttpContext(), context.FunctionDefinition.Name);
        var refusal = http is null || access.IsOpen(function) ? null : await FindRefusalAsync(http.Request, function);
        if (refusal is null) await next(context);
        else await refusal.ExecuteAsync(http!);
    }

    Task<IResult?> FindRefusalAsync(HttpRequest request, string function) => access.IsForStaff(function)
        ? staff?.FindRefusalAsync(request) ?? Task.FromResult<IResult?>(Problems.UnknownRoute(request))
        : roles.FindRefusalAsync(request, access.RoleFor(function));
}
