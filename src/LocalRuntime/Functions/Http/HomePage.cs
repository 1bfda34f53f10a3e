namespace LocalRuntime.Functions.Http;

/// <summary>
/// The page at <c>/</c> where no function serves it; with <c>AzureWebJobsDisableHomepage</c> the answer is 204.
/// </summary>
static class HomePage
{
    const string Html =
        "<!doctype html><html lang=\"en\"><title>Functions</title><p>The function app is running.</p></html>";

    // Functions have the order 0 and come first.
    const int AfterFunctions = 1;

    public static void Map(IEndpointRouteBuilder endpoints, bool isDisabled) =>
        endpoints.Map("/", http => isDisabled ? AnswerEmptyAsync(http) : AnswerAsync(http)).WithOrder(AfterFunctions);

    static Task AnswerEmptyAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    static Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Html);
    }
}
