using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Console;

/// <summary>The root of the address.</summary>
public sealed class HomeEndpoint(ConsoleFiles console)
{
    // The host gives a function with an empty route its name as the route. A parameter that is always empty does not.
    const string Route = "{home:maxlength(0)?}";

    const string Html = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Communities</title>
        <h1>Communities</h1>
        <p>A back end that runs a brand's WeChat communities (社群).</p>
        <ul>
        <li>Health: <a href="/api/health">/api/health</a></li>
        <li>HTTP API: <a href="/docs">/docs</a>, and <a href="/openapi.json">/openapi.json</a> in OpenAPI 3.1</li>
        <li>Documentation: <code>README.md</code> and the folder <code>docs</code> of the source</li>
        </ul>
        </html>
        """;

    /// <summary>
    /// Leads to the console. Where it is not built: a page that names the product, its health and its documentation.
    /// </summary>
    [Function("Home")]
    [Public]
    [Response(200, "text/html"), Response(302)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        console.IsBuilt ? Results.Redirect("/console/") : Results.Content(Html, "text/html; charset=utf-8");
}
