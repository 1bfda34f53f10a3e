using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The answer of an endpoint whose work needs the storage.</summary>
public static class StorageProblems
{
    const string RetryAfterSeconds = "5";

    /// <summary>
    /// The answer of <paramref name="work"/>, or 503 with <c>Retry-After</c> when the storage fails, so that the sender
    /// repeats the request.
    /// </summary>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request, Func<Task<IResult>> work, string title, string detail = "Try again.")
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (StorageFailure.Matches(failure))
        {
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Unavailable(title, detail);
        }
    }
}
