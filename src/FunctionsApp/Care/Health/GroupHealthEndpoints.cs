using Community.Care.Health;
using Community.Platform;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Health;

/// <summary>How groups do: healthy, quiet, dying or flooded with advertisements.</summary>
public sealed class GroupHealthEndpoints(
    HealthAssessor assessor, GroupHealthStore records, FeedbackStore feedback, GroupStore groups)
{
    /// <summary>
    /// How the group does by the end of yesterday; 404 when there is none; 409 for one that is dissolved or not open
    /// yet.
    /// </summary>
    [Function("GetGroupHealth")]
    [Response<GroupHealthView>, Problem(409)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/health")] HttpRequest request,
        string groupId)
    {
        var figures = await feedback.ReadFiguresAsync(groupId);
        var unanswered = new Dictionary<string, int>(StringComparer.Ordinal) { [groupId] = figures.All.Open };
        if (await assessor.AssessAsync([groupId], unanswered) is { Groups: [var assessed] })
            return ApiJson.Json(GroupHealthView.From(assessed.Record));
        return await groups.FindAsync(groupId) is null
            ? Problems.NotFound($"There is no group {groupId}.")
            : Problems.Conflict(ConflictKind.State, $"The group {groupId} is not open.");
    }

    /// <summary>
    /// The assessments of last night by pages, in order of the group's id; a page may hold fewer items than asked for.
    /// </summary>
    [Function("ListGroupHealth")]
    [Page<GroupHealthView>]
    [Query<GroupHealthState>("state", "Only groups in this state.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/group-health")] HttpRequest request)
    {
        if (!QueryFields.TryReadName<GroupHealthState>(request, "state", out var state))
            return QueryFields.NoName<GroupHealthState>("state");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await records.PageAsync(state, size, continuation)).Map(GroupHealthView.From));
    }
}
