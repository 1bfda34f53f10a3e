namespace LocalRuntime.Hosting;

static class HostMiddleware
{
    const string RetryAfterSeconds = "5";

    /// <summary>Keeps virtual time from moving while a request runs, except requests below <c>/local</c>.</summary>
    public static void UseWorkGauge(this IApplicationBuilder app, WorkGauge gauge) => app.Use(async (http, next) =>
    {
        var isLocal = http.Request.Path.StartsWithSegments("/local", StringComparison.Ordinal);
        using var lease = isLocal ? null : gauge.Enter();
        await next(http);
    });

    /// <summary>Answers 503 where the storage is not available.</summary>
    public static void UseUnavailable(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (StoreFailure.IsUnavailable(failure) && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            await TypedResults.Problem("Try again.", null, 503, "Storage is not available.").ExecuteAsync(http);
        }
    });

    /// <summary>Answers 404 to other methods of a route, as the Functions host does, and not 405.</summary>
    public static void UseNotFoundForOtherMethods(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The endpoint that answers 405 is the only one that is not a route.
        if (http.GetEndpoint() is not null and not RouteEndpoint) http.SetEndpoint(null);
        return next(http);
    });
}
