namespace LocalRuntime.Hosting;

/// <summary>
/// Decides who may use the routes below <c>/local</c>. An app that knows its callers registers its own; otherwise they
/// need the function key.
/// </summary>
public interface ILocalRouteAccess
{
    /// <summary>The answer to a request that is refused; null for one that is let through.</summary>
    Task<IResult?> CheckAsync(HttpRequest request);
}
