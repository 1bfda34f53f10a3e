using Community.Selling.Conversions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Conversions.Votes;

/// <summary>
/// The page on which members vote with one tap where the platform does not tell what they say. A browser has one vote,
/// which it may change until the link is sent; whose it is, nobody knows.
/// </summary>
public sealed class VoteEndpoints(
    VotePageStore pages, ConversionStore conversions, InterestStore interests, IdSource ids)
{
    const string Browser = "voter";
    const string Option = "option";
    const string Html = "text/html; charset=utf-8";

    static readonly TimeSpan CookieLife = TimeSpan.FromDays(7);

    /// <summary>The poll with the browser's vote; 404 for an unknown code, 410 when the poll is over.</summary>
    [Function("VotePage")]
    [Public]
    [Response(200, "text/html"), Response(410, "text/html")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "v/{code}")] HttpRequest request, string code)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(code) is not var (page, conversion)) return NotFound;
        if (!IsOpen(conversion)) return Ended(conversion);
        var browser = request.Cookies[Browser];
        var option = browser is null
            ? null
            : await interests.FindPageVoteAsync(page.ConversionId, page.GroupId, browser);
        // A page of another site cannot vote, because its request has no cookie.
        if (browser is null) PageCookie.Set(request, Browser, ids.NewId(), $"/v/{code}", CookieLife);
        return Results.Text(VotePageHtml.Render(conversion.Terms, option), Html);
    }

    /// <summary>
    /// 303 to the page once the vote is stored, and without one for a browser that has not seen the page; 400 for an
    /// option that the poll does not have, 404 for an unknown code, 410 when the poll is over, 503 when the vote cannot
    /// be stored.
    /// </summary>
    [Function("Vote")]
    [Public]
    [FileRequest("application/x-www-form-urlencoded"), Response(303), Response(410, "text/html"), Problem(503)]
    public Task<IResult> Vote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v/{code}")] HttpRequest request, string code) =>
        StorageProblems.AnswerAsync(request, () => VoteAsync(request, code), "The vote could not be stored.");

    async Task<IResult> VoteAsync(HttpRequest request, string code)
    {
        if (await FindAsync(code) is not var (page, conversion)) return NotFound;
        if (!IsOpen(conversion)) return Ended(conversion);
        if (await RequestBody.ReadBytesAsync(request) is not { } body) return RequestBody.TooLarge;
        if (VoteForm.ReadOption(body, Option, conversion.Terms.WarmUp.Poll.Count) is not { } option)
            return Problems.Invalid(Option, "is not one of the poll's options.");
        if (request.Cookies[Browser] is { Length: > 0 } browser)
            await interests.RecordPageVoteAsync(page.ConversionId, page.GroupId, browser, option);
        request.HttpContext.Response.Headers.Location = $"/v/{code}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    async Task<(VotePage Page, Conversion Conversion)?> FindAsync(string code) =>
        await pages.FindAsync(code) is { } page
        && await conversions.FindAsync(page.ConversionId) is { Value: var conversion }
            ? (page, conversion)
            : null;

    static bool IsOpen(Conversion conversion) =>
        !conversion.IsOver && !conversion.HasPassed(ConversionStep.Link) && conversion.Terms.WarmUp.Poll.Count > 0;

    static IResult Ended(Conversion conversion) => Results.Text(
        VotePageHtml.RenderEnded(conversion.Terms), Html, statusCode: StatusCodes.Status410Gone);

    static IResult NotFound => Problems.NotFound("This code leads nowhere.");
}
