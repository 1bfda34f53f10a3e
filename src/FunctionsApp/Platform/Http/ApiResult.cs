using Community.Platform;
using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>An answer in the JSON of the API, without what its caller may not see.</summary>
sealed class ApiResult<T>(T value, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.GetCaller() is { Role: OperatorRole.Viewer } ? ApiJson.ForViewers : ApiJson.Options;
        return Results.Json(value, options, statusCode: status).ExecuteAsync(httpContext);
    }
}
