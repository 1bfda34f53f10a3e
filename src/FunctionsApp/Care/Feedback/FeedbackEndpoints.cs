using Community.Care.Feedback;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Feedback;

/// <summary>Feedback of members (意见, 投诉, 提问).</summary>
public sealed class FeedbackEndpoints(
    FeedbackStore feedback,
    FeedbackService service,
    FeedbackFollowUp followUp,
    GroupStore groups,
    Creation creation,
    IValidator<CreateFeedbackRequest> validator,
    TimeProvider clock)
{
    const string Route = "api/feedback";

    /// <summary>
    /// 201 with the feedback; 200 for a repeat; 400 for an unknown group; 409 when the id belongs to other feedback.
    /// The group may be dissolved, and the member unknown.
    /// </summary>
    [Function("CreateFeedback")]
    [Request<CreateFeedbackRequest>, Creation<FeedbackView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<CreateFeedbackRequest, FeedbackItem, FeedbackView>
        {
            Operation = "CreateFeedback",
            Validator = validator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => service.EnterAsync(
                wanted.Body.ToItem(wanted.Id, SourceOf(request), clock.GetUtcNow()), wanted.Fingerprint),
            FollowAsync = followUp.FollowAsync,
            ViewAsync = item => Task.FromResult(FeedbackView.From(item)),
            Location = item => $"/{Route}/{item.Id}",
        });

    /// <summary>
    /// With <c>groupId</c> the feedback of a group by pages, the newest first. Without it the open feedback of all
    /// groups, the oldest first. 400 for an unknown group, and for another state without a group.
    /// </summary>
    [Function("ListFeedback")]
    [Page<FeedbackView>]
    [Query<string>("groupId", "Only feedback of this group.")]
    [Query<FeedbackKind>("kind", "Only feedback of this kind.")]
    [Query<FeedbackState>("state", "Only feedback in this state; without groupId only Open.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        var (filter, problem) = FeedbackFilter.Read(request);
        if (problem is not null) return problem;
        if (QueryFields.Text(request, "groupId") is not { } groupId)
        {
            return filter!.State is null or FeedbackState.Open
                ? await AnswerAsync(request, (size, after) => feedback.PageOfOpenAsync(filter, size, after))
                : Problems.Invalid("state", "must be Open without groupId.");
        }

        return await groups.FindAsync(groupId) is null
            ? Problems.Invalid("groupId", $"there is no group {groupId}.")
            : await AnswerAsync(request, (size, after) => feedback.PageAsync(groupId, filter!, size, after));
    }

    /// <summary>One item of feedback; 404 when there is none.</summary>
    [Function("GetFeedback")]
    [Response<FeedbackView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{feedbackId}}")] HttpRequest request,
        string feedbackId) =>
        await feedback.FindAsync(feedbackId) is { Value: var item }
            ? EntityTag.Json(request, item, FeedbackView.From(item))
            : FeedbackService.NotFound(feedbackId);

    static Task<IResult> AnswerAsync(
        HttpRequest request, Func<int, string?, Task<Slice<FeedbackItem>>> page) =>
        Paging.AnswerAsync(request, async (size, after) => (await page(size, after)).Map(FeedbackView.From));

    static FeedbackSource SourceOf(HttpRequest request) =>
        request.HttpContext.GetCaller() is { Kind: CallerKind.Operator } ? FeedbackSource.Staff : FeedbackSource.Api;
}
