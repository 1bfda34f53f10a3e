using Community.Selling.GroupBuys;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// Teams of a group-buy. Each answers with the team, 404 without one, and 409 after the end. Repeats change nothing.
/// </summary>
public sealed class TeamEndpoints(
    GroupBuyStore groupBuys,
    GroupBuyService service,
    IValidator<OpenTeamRequest> openValidator,
    IValidator<JoinTeamRequest> joinValidator,
    IValidator<LeaveTeamRequest> leaveValidator)
{
    const string Route = "api/group-buys/{groupBuyId}/teams";

    /// <summary>
    /// 201 with the new team, 200 with the team that the member leads already. 409 for a member of another team, for an
    /// order that has a place or is refunded, and while the group takes no messages.
    /// </summary>
    [Function("OpenGroupBuyTeam")]
    [Request<OpenTeamRequest>, Response<TeamView>(201), Response<TeamView>, Problem(409)]
    public async Task<IResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string groupBuyId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, openValidator);
        if (problem is not null) return problem;
        var decided = await service.OpenTeamAsync(groupBuyId, body!.Leader!, body.OrderId);
        return Answer(groupBuyId, decided, groupBuy => groupBuy.FindTeamOf(body.Leader!));
    }

    /// <summary>
    /// Gives the member a place for the order, or names the order of a member without one. The team succeeds when it is
    /// full. 409 for a full team, a member of another team, and an order that has a place or is refunded.
    /// </summary>
    [Function("JoinGroupBuyTeam")]
    [Request<JoinTeamRequest>, Response<TeamView>, Problem(409)]
    public Task<IResult> Join(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{teamId}}/join")] HttpRequest request,
        string groupBuyId,
        string teamId) =>
        ChangeAsync(request, groupBuyId, teamId, joinValidator, body =>
            service.JoinAsync(groupBuyId, teamId, body.MemberId!, body.OrderId!));

    /// <summary>
    /// Takes the member's place back; the next member leads when the leader leaves. 409 for a full team.
    /// </summary>
    [Function("LeaveGroupBuyTeam")]
    [Request<LeaveTeamRequest>, Response<TeamView>, Problem(409)]
    public Task<IResult> Leave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/{{teamId}}/leave")] HttpRequest request,
        string groupBuyId,
        string teamId) =>
        ChangeAsync(request, groupBuyId, teamId, leaveValidator, body =>
            service.LeaveAsync(groupBuyId, teamId, body.MemberId!));

    async Task<IResult> ChangeAsync<T>(
        HttpRequest request,
        string groupBuyId,
        string teamId,
        IValidator<T> validator,
        Func<T, Task<Decided<GroupBuy, GroupBuyEvent>?>> changeAsync)
        where T : class
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await groupBuys.FindAsync(groupBuyId) is not { Value: var groupBuy })
            return GroupBuyEndpoints.NotFound(groupBuyId);
        if (groupBuy.FindTeam(teamId) is null) return Problems.NotFound($"There is no team {teamId}.");
        return Answer(groupBuyId, await changeAsync(body!), after => after.FindTeam(teamId));
    }

    static IResult Answer(
        string groupBuyId, Decided<GroupBuy, GroupBuyEvent>? decided, Func<GroupBuy, GroupBuyTeam?> teamOf) =>
        decided switch
        {
            null => GroupBuyEndpoints.NotFound(groupBuyId),
            { Events: [GroupBuyEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (after, events) => ApiJson.Json(
                TeamView.From(teamOf(after)!, after),
                events.Any(happened => happened is GroupBuyEvent.TeamOpened) ? 201 : 200),
        };
}
