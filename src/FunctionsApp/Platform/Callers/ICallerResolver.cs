using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Callers;

/// <summary>Finds out who sends a request. The module of operators implements it.</summary>
public interface ICallerResolver
{
    /// <summary>The caller, or the problem that is the answer: 401 without valid credentials, 403, or 429.</summary>
    Task<CallerResolution> ResolveAsync(HttpRequest request);
}

/// <summary>Exactly one of the two is set.</summary>
public readonly record struct CallerResolution(Caller? Caller, IResult? Problem);
