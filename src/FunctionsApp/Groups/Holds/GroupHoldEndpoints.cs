using Community.Groups;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Groups.Holds;

/// <summary>
/// Holds of operators. While a group is held, messages to it and to its members wait; the dissolution does not.
/// </summary>
public sealed class GroupHoldEndpoints(
    GroupStore groups,
    IValidator<HoldGroupRequest> holdValidator,
    IValidator<ReleaseGroupRequest> releaseValidator,
    TimeProvider clock)
{
    /// <summary>The group, which is held; 409 when it is dissolved. A repeat changes nothing.</summary>
    [Function("HoldGroup")]
    [Request<HoldGroupRequest>, Response<GroupView>, Problem(409)]
    public async Task<IResult> Hold(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups/{groupId}/hold")] HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, holdValidator);
        return problem ?? await DecideAsync(
            groupId,
            new GroupCommand.Hold(new GroupHold(HoldCause.Operator, body!.By!, body.Reason!, clock.GetUtcNow())));
    }

    /// <summary>The group without the operators' hold; other causes stay. A repeat changes nothing.</summary>
    [Function("ReleaseGroup")]
    [Request<ReleaseGroupRequest>, Response<GroupView>, Problem(409)]
    public async Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups/{groupId}/release")] HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, releaseValidator);
        return problem ?? await DecideAsync(
            groupId, new GroupCommand.Release(HoldCause.Operator, body!.By!, clock.GetUtcNow()));
    }

    async Task<IResult> DecideAsync(string groupId, GroupCommand command)
    {
        if (await groups.ChangeAsync(groupId, command) is not { } decided) return GroupEndpoints.NotFound(groupId);
        return decided.Events is [GroupEvent.Refused refused]
            ? Problems.From(refused.Refusal)
            : ApiJson.Json(GroupView.From(decided.After));
    }
}
