namespace LocalRuntime.Functions.Http;

/// <summary>Checks a request's key: the header <c>x-functions-key</c>, else the query parameter <c>code</c>.</summary>
sealed class KeyCheck(string key) : ILocalRouteAccess
{
    // Digests are compared, so that the time of the comparison reveals neither the key's text nor its length.
    readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public bool Allows(HttpRequest request, AuthorizationLevel level) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        _ when request.Headers.TryGetValue("x-functions-key", out var header) => Matches(header),
        _ => Matches(request.Query["code"]),
    };

    public Task<IResult?> CheckAsync(HttpRequest request) => Task.FromResult<IResult?>(
        Allows(request, AuthorizationLevel.System) ? null : TypedResults.Unauthorized());

    /// <summary>Answers 401 to a request without the key.</summary>
    public RequestDelegate Guard(RequestDelegate next) => http =>
    {
        if (Allows(http.Request, AuthorizationLevel.System)) return next(http);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    };

    bool Matches(string? sent)
    {
        if (string.IsNullOrEmpty(sent)) return false;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(sent), digest);
        return CryptographicOperations.FixedTimeEquals(digest, expected);
    }
}
