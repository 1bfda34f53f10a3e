using Community.Care.SuperUsers;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>People in view of the criteria of groups: candidates, the invited and members.</summary>
public sealed class SuperUserEndpoints(
    SuperUserStore users,
    SuperUserService superUsers,
    SuperUserInviter inviter,
    GroupStore groups,
    PublicAddress address,
    IValidator<InviteSuperUserRequest> inviteValidator,
    IValidator<DecideSuperUserRequest> decideValidator,
    TimeProvider clock)
{
    const string Route = "api/super-users";

    /// <summary>
    /// The people of a group by pages, in order of id, with the mix of the group: how many may still be invited. 400
    /// without a group of super users. A page may hold fewer people than asked for and still have a continuation.
    /// </summary>
    [Function("ListSuperUsers")]
    [PageView<SuperUserPageView>]
    [Query<string>("groupId", "The group.", IsRequired = true)]
    [Query<SuperUserStatus>("status", "Only people with this status.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        if (QueryFields.Text(request, "groupId") is not { } groupId) return Problems.Invalid("groupId", "is missing.");
        if (!QueryFields.TryReadName<SuperUserStatus>(request, "status", out var status))
            return QueryFields.NoName<SuperUserStatus>("status");
        var group = await groups.LookUpAsync(groupId);
        if (SuperUserCriteriaService.FaultOf(groupId, group) is { } fault) return Problems.From(fault);
        var mix = await superUsers.MixOfAsync(group!);
        return await Paging.AnswerAsync(
            request,
            async (size, after) => (await users.PageAsync(groupId, status, size, after)).Map(SuperUserView.From),
            page => SuperUserPageView.From(page, mix));
    }

    /// <summary>
    /// Asks the owner of the group to invite a candidate, with a text that tells conditions and privileges; the app
    /// itself sends the person nothing. 200 with the person, unchanged for a repeat; 404 for a person who is no
    /// candidate; 409 for a member, for a group without criteria or owner, and for one that takes no members.
    /// </summary>
    [Function("InviteSuperUser")]
    [Request<InviteSuperUserRequest>, Response<SuperUserView>, Problem(409)]
    public async Task<IResult> Invite(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{memberId}}/invite")]
        HttpRequest request,
        string memberId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, inviteValidator);
        if (problem is not null) return problem;
        var group = await groups.LookUpAsync(body!.GroupId!);
        if (SuperUserCriteriaService.FaultOf(body.GroupId!, group) is { } fault) return Problems.From(fault);
        var page = address.Absolute(request, SuperUserCriteriaEndpoints.PagePath(group!.Id));
        var (user, refusal) = await inviter.InviteAsync(group, memberId, body.By!, page);
        if (refusal is not null) return Problems.From(refusal);
        return user is null ? NotFound(memberId) : ApiJson.Json(SuperUserView.From(user));
    }

    /// <summary>
    /// Ends the review of a member: they stay, or staff are asked to take them out of the chat. 200 with the person,
    /// unchanged for a repeat; 404 for an unknown person; 409 for one who is not under review.
    /// </summary>
    [Function("DecideSuperUser")]
    [Request<DecideSuperUserRequest>, Response<SuperUserView>, Problem(409)]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{memberId}}/decide")]
        HttpRequest request,
        string memberId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, decideValidator);
        if (problem is not null) return problem;
        var group = await groups.LookUpAsync(body!.GroupId!);
        if (SuperUserCriteriaService.FaultOf(body.GroupId!, group) is { } fault) return Problems.From(fault);
        if (await users.FindAsync(group!.Id, memberId) is null) return NotFound(memberId);
        return await superUsers.DecideAsync(group, memberId, body.ToDecision(clock.GetUtcNow())) switch
        {
            { Events: [SuperUserEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (after, _) => ApiJson.Json(SuperUserView.From(after)),
        };
    }

    static IResult NotFound(string memberId) => Problems.NotFound($"The group knows no candidate {memberId}.");
}
