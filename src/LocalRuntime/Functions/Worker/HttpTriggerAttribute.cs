namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for HTTP requests; without methods it takes them all, and without a route it is found under its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>Takes every method, with a function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>Takes <paramref name="methods"/>, with a function key.</summary>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Takes every method.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>Takes <paramref name="methods"/>.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => (AuthLevel, Methods) = (authLevel, methods);

    /// <summary>The route template under the route prefix.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods; null for all.</summary>
#pragma warning disable CA1819 // the official signature is an array
    public string[]? Methods { get; }
#pragma warning restore CA1819

    /// <summary>Who may call.</summary>
    public AuthorizationLevel AuthLevel { get; }
}
