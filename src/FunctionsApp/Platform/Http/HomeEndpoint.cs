using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.Http;

/// <summary>The page at the root of the address.</summary>
public sealed class HomeEndpoint
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
        <li>Documentation: <code>README.md</code> and the folder <code>docs</code> of the source;
        <code>docs/api.md</code> describes the HTTP API.</li>
        </ul>
        </html>
        """;

    /// <summary>A page that names the product, its health and its documentation.</summary>
    [Function("Home")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Results.Content(Html, "text/html; charset=utf-8");
}
