using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Callers;

/// <summary>
/// Lets staff through to the functions for them. The module of the sidebar implements it, where there is a sidebar.
/// </summary>
public interface IStaffAccess
{
    /// <summary>
    /// Null for a request that is let through, whose caller is known from then on; otherwise the answer: 401 without a
    /// session, 403 for a change that may come from another site, or 503 when the storage does not tell who it is.
    /// </summary>
    Task<IResult?> FindRefusalAsync(HttpRequest request);
}
