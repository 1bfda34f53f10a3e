using Community.Groups.Members;
using FluentValidation;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Groups;

/// <summary>Groups and their charters.</summary>
public sealed class GroupEndpoints(
    GroupStore groups, ICharterDeadlines deadlines, Creation creation, IValidator<CreateGroupRequest> rules, TimeProvider clock)
{
    /// <summary>201 with the group; 200 for a repeat; 409 when the id stands for another group.</summary>
    [Function("CreateGroup")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/groups")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, rules);
        if (body.Problem is not null) return body.Problem;
        var wanted = body.Value!.ToGroup(creation.IdFor(request, body.Value.Id), clock.GetUtcNow());
        var fingerprint = Creation.Fingerprint(body.Value);
        await deadlines.EnsureStartedAsync(wanted, durable);
        var (made, group) = await groups.CreateAsync(wanted, fingerprint);
        await deadlines.NotifyAsync(wanted, durable);
        return Creation.Answer(request.HttpContext.Response, $"/api/groups/{group.Value.Id}", GroupView.From(group.Value), made, group.Fingerprint == fingerprint);
    }

    /// <summary>Groups by pages, in order of id.</summary>
    [Function("ListGroups")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/groups")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) => (await groups.PageAsync(size, continuation)).Map(GroupView.From));

    /// <summary>One group; 404 when there is none.</summary>
    [Function("GetGroup")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/groups/{groupId}")] HttpRequest request, string groupId) =>
        await groups.FindAsync(groupId) is { } group ? ApiJson.Json(GroupView.From(group.Value)) : Problems.NotFound($"There is no group {groupId}.");

    /// <summary>Everyone who ever was in the group, by pages; <c>leftAt</c> is null for those who are there.</summary>
    [Function("ListMembers")]
    public async Task<IResult> Members([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/groups/{groupId}/members")] HttpRequest request, string groupId) =>
        await groups.FindAsync(groupId) is null
            ? Problems.NotFound($"There is no group {groupId}.")
            : await Paging.AnswerAsync(request, async (size, continuation) => (await groups.MembersAsync(groupId, size, continuation)).Map(MemberView.From));
}

/// <summary>A member as the API shows one.</summary>
public sealed record MemberView(
    string MemberId, string Name, string? Code, string? InvitedBy, DateTimeOffset? JoinedAt, DateTimeOffset? LeftAt, bool CardName, IReadOnlyList<string> Interests)
{
    /// <summary>The view of a member.</summary>
    public static MemberView From(Member member) => new(
        member.MemberId,
        member.Name,
        member.Code,
        member.InvitedBy,
        member.JoinedAt,
        member.IsPresent ? null : member.LeftAt,
        member.HasCardName,
        member.Interests);
}
