using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Functions.Http;

/// <summary>
/// The page at <c>/</c>, which hides a function's route unless <c>AzureWebJobsDisableHomepage</c> is <c>true</c>.
/// </summary>
internal static class HomePage
{
    const string Html =
        "<!doctype html><html lang=\"en\"><title>Functions</title><p>The function app is running.</p></html>";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/", (HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(Html);
        }).WithOrder(-1);
}
