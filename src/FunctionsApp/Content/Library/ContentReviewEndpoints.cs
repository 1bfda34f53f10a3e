using Community.Content;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Content.Library;

/// <summary>Approves and retires items.</summary>
public sealed class ContentReviewEndpoints(
    ContentStore contents, ContentSettings settings, IValidator<ReviewContentRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// The approved item; 409 for a retired one, and with four eyes for a person who wrote or last edited it.
    /// </summary>
    [Function("ApproveContent")]
    [Request<ReviewContentRequest>, Response<ContentView>, Problem(409)]
    public Task<IResult> Approve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/content/{contentId}/approve")]
        HttpRequest request,
        string contentId) =>
        DecideAsync(
            request, contentId, by => new ContentCommand.Approve(by, settings.NeedsFourEyes, clock.GetUtcNow()));

    /// <summary>The retired item, which is not sent any more.</summary>
    [Function("RetireContent")]
    [Request<ReviewContentRequest>, Response<ContentView>, Problem(409)]
    public Task<IResult> Retire(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/content/{contentId}/retire")]
        HttpRequest request,
        string contentId) =>
        DecideAsync(request, contentId, by => new ContentCommand.Retire(by, clock.GetUtcNow()));

    async Task<IResult> DecideAsync(HttpRequest request, string contentId, Func<string, ContentCommand> command)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return ContentAnswers.From(request, contentId, await contents.DecideAsync(contentId, command(body!.By!)));
    }
}
