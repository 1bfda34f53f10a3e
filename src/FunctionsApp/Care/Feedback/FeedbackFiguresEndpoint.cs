using Community.Care.Feedback;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Feedback;

/// <summary>How well the feedback of a group is answered.</summary>
public sealed class FeedbackFiguresEndpoint(FeedbackStore feedback, GroupStore groups)
{
    /// <summary>
    /// The numbers of a group's feedback in all and by kind: received ever, answered in time, answered late, open, and
    /// the part of the open that is overdue. They include feedback that is no longer kept.
    /// </summary>
    [Function("GetFeedbackFigures")]
    [Response<FeedbackFiguresView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/feedback-figures")]
        HttpRequest request,
        string groupId) =>
        await groups.FindAsync(groupId) is null
            ? GroupEndpoints.NotFound(groupId)
            : ApiJson.Json(FeedbackFiguresView.From(groupId, await feedback.ReadFiguresAsync(groupId)));
}

/// <summary>The numbers of a group's feedback in all and by kind, in HTTP responses.</summary>
public sealed record FeedbackFiguresView(
    string GroupId, FeedbackCounts All, IReadOnlyList<FeedbackKindFiguresView> Kinds)
{
    public static FeedbackFiguresView From(string groupId, FeedbackFigures figures) => new(
        groupId,
        figures.All,
        [.. Enum.GetValues<FeedbackKind>().Select(kind => FeedbackKindFiguresView.From(kind, figures.Of(kind)))]);
}

/// <summary>The numbers of a kind of feedback.</summary>
public sealed record FeedbackKindFiguresView(
    FeedbackKind Kind, int Received, int AnsweredInTime, int AnsweredLate, int Open, int Overdue)
{
    public static FeedbackKindFiguresView From(FeedbackKind kind, FeedbackCounts counts) => new(
        kind, counts.Received, counts.AnsweredInTime, counts.AnsweredLate, counts.Open, counts.Overdue);
}
