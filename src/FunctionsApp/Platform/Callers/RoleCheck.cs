using Community.Platform;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Callers;

/// <summary>Lets requests through whose caller has a role.</summary>
public sealed class RoleCheck(ICallerResolver callers)
{
    /// <summary>
    /// Null for a request that is let through, whose caller is known from then on; otherwise the answer: the problem of
    /// <see cref="ICallerResolver"/>, 403 for a smaller role, or 503 when the storage does not tell who it is.
    /// </summary>
    public async Task<IResult?> FindRefusalAsync(HttpRequest request, OperatorRole required)
    {
        try
        {
            return await CheckAsync(request, required);
        }
        catch (Exception failure) when (StorageProblems.IsCause(failure))
        {
            return Problems.Unavailable(request, "The credentials cannot be checked.", "Try again.");
        }
    }

    async Task<IResult?> CheckAsync(HttpRequest request, OperatorRole required)
    {
        var (caller, problem) = await callers.ResolveAsync(request);
        if (caller is null) return problem;
        request.HttpContext.SetCaller(caller);
        return caller.Role >= required ? null : Problems.Forbidden($"It needs the role {required}.");
    }
}
