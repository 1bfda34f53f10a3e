using Community.Care.Promises;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Conversions.Votes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// The page on which members tell their gain (获得感) of a unit with one tap. A browser has one answer, which it may
/// change for 7 days; whose it is, the app does not know, and no page shows the answers of others.
/// </summary>
public sealed class GainPageEndpoints(GainPageStore pages, PromiseStore promises, IdSource ids, TimeProvider clock)
{
    const string Browser = "pupil";
    const string Score = "score";
    const string Html = "text/html; charset=utf-8";

    /// <summary>The question with the browser's answer; 404 for an unknown code, 410 after 7 days.</summary>
    [Function("GainPage")]
    [Public]
    [Response(200, "text/html"), Response(410, "text/html")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "u/{code}")] HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(code) is not var (promise, unit, isOpen)) return NotFound;
        if (!isOpen) return Ended(unit);
        var browser = request.Cookies[Browser];
        var answer = browser is null
            ? null
            : await promises.FindAnswerAsync(promise.Id, unit.Number, GainSource.OfBrowser(browser));
        // A page of another site cannot answer, because its request has no cookie.
        if (browser is null)
            PageCookie.Set(request, Browser, ids.NewId(), $"/u/{code}", PromiseRules.AnswerTime);
        return Results.Text(GainPageHtml.Render(unit, answer?.Score), Html);
    }

    /// <summary>
    /// 303 to the page once the answer is stored, and without one for a browser that has not seen the page; 400 for a
    /// score that is not 1 to 5, 404 for an unknown code, 409 for more than 500 answers, 410 after 7 days, 503 when the
    /// answer cannot be stored.
    /// </summary>
    [Function("AnswerGain")]
    [Public]
    [FileRequest("application/x-www-form-urlencoded"), Response(303), Response(410, "text/html"), Problem(409, 503)]
    public Task<IResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{code}")] HttpRequest request, string code) =>
        StorageProblems.AnswerAsync(request, () => AnswerAsync(request, code), "The answer could not be stored.");

    async Task<IResult> AnswerAsync(HttpRequest request, string code)
    {
        if (await FindAsync(code) is not var (promise, unit, isOpen)) return NotFound;
        if (!isOpen) return Ended(unit);
        if (await RequestBody.ReadBytesAsync(request) is not { } body) return RequestBody.TooLarge;
        if (VoteForm.ReadOption(body, Score, PromiseRules.MaxScore) is not { } score)
            return Problems.Invalid(Score, $"must be {PromiseRules.MinScore} to {PromiseRules.MaxScore}.");
        if (request.Cookies[Browser] is { Length: > 0 } browser)
        {
            var decided = await promises.AnswerAsync(
                promise, unit, GainSource.OfBrowser(browser), score, by: null, clock.GetUtcNow());
            if (decided.Events is [PromiseEvent.Refused refused]) return Problems.From(refused.Refusal);
        }

        request.HttpContext.Response.Headers.Location = $"/u/{code}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    async Task<(Promise Promise, PromisedUnit Unit, bool IsOpen)?> FindAsync(string code)
    {
        if (await pages.FindAsync(code) is not { } page
            || await promises.FindAsync(page.PromiseId) is not { Value: var promise }
            || promise.Find(page.Unit) is not { } unit) return null;
        var progress = await promises.ProgressAsync(promise);
        return (promise, unit, PromiseRules.TakesAnswers(progress[unit.Number - 1], clock.GetUtcNow()));
    }

    static IResult Ended(PromisedUnit unit) => Results.Text(
        GainPageHtml.RenderEnded(unit), Html, statusCode: StatusCodes.Status410Gone);

    static IResult NotFound => Problems.NotFound("This code leads nowhere.");
}
