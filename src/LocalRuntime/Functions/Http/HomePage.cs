namespace LocalRuntime.Functions.Http;

/// <summary>The page at <c>/</c>; <c>AzureWebJobsDisableHomepage</c> removes it.</summary>
static class HomePage
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
