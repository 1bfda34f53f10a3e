using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Pushes.Occurrences;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Pushes.Sending;

/// <summary>The limits of pushes that a group has for itself.</summary>
public sealed class GroupPushLimitsEndpoints(
    GroupStore groups, PushStore pushes, PushLimitSettings settings, IValidator<GroupPushLimitsRequest> validator)
{
    /// <summary>What the group overrides; 404 for an unknown group.</summary>
    [Function("GetGroupPushLimits")]
    [Response<GroupPushLimitsRequest>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/push-limits")]
        HttpRequest request,
        string groupId)
    {
        if (await groups.FindAsync(groupId) is null) return GroupEndpoints.NotFound(groupId);
        var limits = (await pushes.ReadGroupAsync(groupId)).Limits?.Value;
        return ApiJson.Json(limits is null ? new GroupPushLimitsRequest() : GroupPushLimitsRequest.From(limits));
    }

    /// <summary>
    /// Replaces what the group overrides; 400 for a field that makes no sense with the brand's limits.
    /// </summary>
    [Function("PutGroupPushLimits")]
    [Request<GroupPushLimitsRequest>, Response<GroupPushLimitsRequest>]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/groups/{groupId}/push-limits")]
        HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await groups.FindAsync(groupId) is null) return GroupEndpoints.NotFound(groupId);
        if (settings.FindFault(body!) is { } fault) return Problems.From(fault);
        await pushes.SaveLimitsAsync(groupId, body!.ToOverride());
        return ApiJson.Json(body);
    }
}
