using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp;

/// <summary>
/// The routes below <c>/local</c> take the credentials of the API: a viewer reads the clock, an operator moves it and
/// sees what is due, which names members.
/// </summary>
sealed class LocalRouteAccess(RoleCheck roles) : ILocalRouteAccess
{
    public Task<IResult?> CheckAsync(HttpRequest request) =>
        roles.FindRefusalAsync(request, IsClockReading(request) ? OperatorRole.Viewer : OperatorRole.Operator);

    static bool IsClockReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Equals("/local/clock", StringComparison.OrdinalIgnoreCase);
}
