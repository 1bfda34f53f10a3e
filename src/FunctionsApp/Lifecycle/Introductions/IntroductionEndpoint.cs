using Community.Lifecycle.Onboarding;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Lifecycle.Introductions;

/// <summary>Introductions that staff enter, because a channel without members' messages reports none.</summary>
public sealed class IntroductionEndpoint(
    GroupStore groups,
    IntroductionService introductions,
    IValidator<IntroductionRequest> validator,
    TimeProvider clock)
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
        if (await groups.FindMemberAsync(groupId, body!.MemberId!) is not { IsPresent: true } member)
            return Problems.Invalid("memberId", "is not in the group.");
        var interests = IntroductionRules.InterestsIn(body.Text!, IntroductionVocabulary.Chinese);
        return ApiJson.Json(MemberView.From(
            await introductions.EnterAsync(groupId, member.MemberId, interests, clock.GetUtcNow())));
    }
}
