using Community.Groups;
using Community.Lifecycle;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Endings;

/// <summary>Ends groups before their time.</summary>
public sealed class EndGroupEndpoint(GroupStore groups, IValidator<EndGroupRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// 202 with the group, whose code is closed; a farewell and the dissolution follow. 409 for a dissolved group.
    /// </summary>
    [Function("EndGroup")]
    [Request<EndGroupRequest>, Response<GroupView>(202), Problem(409)]
    public async Task<IResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups/{groupId}/end")] HttpRequest request,
        string groupId,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        var end = new GroupCommand.End(body!.By!, body.Reason!, clock.GetUtcNow());
        if (await groups.ChangeAsync(groupId, end) is not { } decided) return GroupEndpoints.NotFound(groupId);
        if (decided.Events is [GroupEvent.Refused refused]) return Problems.From(refused.Refusal);
        // A repeat starts it again, because the first request may have failed before it did.
        await durable.PerformAsync([Start(groupId)]);
        return ApiJson.Json(GroupView.From(decided.After), StatusCodes.Status202Accepted);
    }

    static DurableAction.Start Start(string groupId) =>
        new(nameof(GroupEndOrchestrator), LifecycleInstanceIds.GroupEnd(groupId), new GroupEndReference(groupId));
}
