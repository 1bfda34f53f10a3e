using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Lifecycle.Introductions;

/// <summary>Introductions that staff enter, because a channel without members' messages reports none.</summary>
public sealed class IntroductionEndpoint(
    GroupStore groups, IntroductionService introductions, IValidator<IntroductionRequest> validator)
{
    /// <summary>
    /// The member with the interests of the introduction, which names veterans to a newcomer as a message in the group
    /// does. The first introduction of a member counts. 400 for somebody who is not in the group.
    /// </summary>
    [Function("EnterIntroduction")]
    [Request<IntroductionRequest>, Response<MemberView>]
    public async Task<IResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups/{groupId}/introductions")]
        HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await groups.FindAsync(groupId) is null) return GroupEndpoints.NotFound(groupId);
        return await introductions.EnterAsync(groupId, body!.MemberId!, body.Text!) is { } member
            ? ApiJson.Json(MemberView.From(member))
            : NotInGroup();
    }

    internal static IResult NotInGroup() => Problems.Invalid("memberId", "is not in the group.");
}
