using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>The answer of an endpoint whose work needs the storage.</summary>
public static class StorageProblems
{
    /// <summary>True for a failure of the storage, which the request may outlive.</summary>
    public static bool IsCause(Exception failure) =>
        failure is TimeoutException || StorageFailure.Matches(failure);

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
        catch (Exception failure) when (IsCause(failure))
        {
            return Problems.Unavailable(request, title, detail);
        }
    }
}
