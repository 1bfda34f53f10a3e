using System.Globalization;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// Lists by pages: <c>?continuation=</c> takes the continuation of the page before; <c>?top=</c> takes 1 to 200 items,
/// 50 by default. A continuation belongs to the path and the filters of its list.
/// </summary>
public static class Paging
{
    internal const int Default = 50;
    internal const int Max = 200;

    /// <summary>The page as <c>{"items":[...],"continuation":...}</c>; 400 for a wrong continuation or size.</summary>
    public static Task<IResult> AnswerAsync<T>(HttpRequest request, Func<int, string?, Task<Slice<T>>> read) =>
        AnswerAsync(request, read, page => page);

    /// <summary>As above; <paramref name="view"/> makes the answer of the page.</summary>
    public static async Task<IResult> AnswerAsync<T, TView>(
        HttpRequest request, Func<int, string?, Task<Slice<T>>> read, Func<Slice<T>, TView> view)
    {
        var top = request.Query["top"].ToString();
        var size = Default;
        if (top.Length > 0 && (!int.TryParse(top, CultureInfo.InvariantCulture, out size) || size is < 1 or > Max))
            return Problems.Invalid("top", $"must be 1 to {Max}.");
        var continuation = request.Query["continuation"].ToString();
        try
        {
            var page = await read(
                size, continuation.Length == 0 ? null : Continuation.Unwrap(request, continuation));
            return ApiJson.Json(view(page with
            {
                Continuation = page.Continuation is { } next ? Continuation.Wrap(request, next) : null,
            }));
        }
        catch (BadContinuationException failure)
        {
            return Problems.Invalid("continuation", failure.Message);
        }
    }
}
