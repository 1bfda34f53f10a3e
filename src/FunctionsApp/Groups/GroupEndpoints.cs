using Community.Groups;
using Community.Groups.Members;
using FluentValidation;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Groups;

/// <summary>Groups and their charters.</summary>
public sealed class GroupEndpoints(
    GroupStore groups,
    GroupCreator creator,
    Creation creation,
    GroupEditor editor,
    IValidator<CreateGroupRequest> createValidator,
    IValidator<EditGroupRequest> editValidator)
{
    /// <summary>
    /// 201 with the group; 200 for a repeat; 400 for an unknown owner and for a flash group whose charter has ended;
    /// 409 when the id belongs to another group.
    /// </summary>
    [Function("CreateGroup")]
    [Request<CreateGroupRequest>, Creation<GroupView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        creation.RunAsync(request, new CreationSteps<CreateGroupRequest, Group, GroupView>
        {
            Operation = "CreateGroup",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => creator.CreateAsync(wanted, durable),
            ViewAsync = group => Task.FromResult(GroupView.From(group)),
            Location = group => $"/api/groups/{group.Id}",
        });

    /// <summary>Groups by pages, in order of id.</summary>
    [Function("ListGroups")]
    [Page<GroupView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups")] HttpRequest request) =>
        Paging.AnswerAsync(
            request, async (size, continuation) => (await groups.PageAsync(size, continuation)).Map(GroupView.From));

    /// <summary>One group; 404 when there is none.</summary>
    [Function("GetGroup")]
    [Response<GroupView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}")] HttpRequest request,
        string groupId) =>
        await groups.FindAsync(groupId) is { Value: var group }
            ? EntityTag.Json(request, group, GroupView.From(group))
            : NotFound(groupId);

    /// <summary>
    /// The group after an edit; 400 for an unknown owner; 409 for a dissolved group and for a capacity below the
    /// members who are present.
    /// </summary>
    [Function("EditGroup")]
    [Request<EditGroupRequest>, Response<GroupView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/groups/{groupId}")] HttpRequest request,
        string groupId,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected =>
        {
            var (group, refusal, actions) = await editor.EditAsync(groupId, body!, expected);
            await durable.PerformAsync(actions);
            return refusal ?? EntityTag.Json(request, group!, GroupView.From(group!));
        });
    }

    /// <summary>The changes of the group by pages, newest first.</summary>
    [Function("ListGroupHistory")]
    [Page<GroupChange>]
    public async Task<IResult> History(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/history")] HttpRequest request,
        string groupId)
    {
        if (await groups.FindAsync(groupId) is null) return NotFound(groupId);
        return await Paging.AnswerAsync(
            request, (size, continuation) => groups.HistoryAsync(groupId, size, continuation));
    }

    /// <summary>All present and former members by pages; <c>leftAt</c> is null for those who are present.</summary>
    [Function("ListMembers")]
    [Page<MemberView>]
    [Query<string>("name", "Only members with this text in their names; a page may then hold fewer items.")]
    public async Task<IResult> Members(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/groups/{groupId}/members")] HttpRequest request,
        string groupId)
    {
        if (await groups.FindAsync(groupId) is null) return NotFound(groupId);
        var name = QueryFields.Text(request, "name");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await groups.MembersAsync(groupId, size, continuation))
                .Where(member => IsNamed(member, name))
                .Map(MemberView.From));
    }

    static bool IsNamed(Member member, string? name) =>
        name is null || member.Name.Contains(name, StringComparison.OrdinalIgnoreCase);

    internal static IResult NotFound(string groupId) => Problems.NotFound($"There is no group {groupId}.");
}
