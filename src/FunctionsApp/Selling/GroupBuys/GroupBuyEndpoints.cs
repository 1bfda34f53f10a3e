using Community.Selling.GroupBuys;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>Group-buys (拼团).</summary>
public sealed class GroupBuyEndpoints(
    GroupBuyStore groupBuys,
    GroupBuyCreator creator,
    GroupBuyViewReader views,
    GroupStore groups,
    Creation creation,
    IValidator<CreateGroupBuyRequest> validator)
{
    const string Route = "api/group-buys";

    /// <summary>
    /// 201 with the group-buy, whose teams open at once; 200 for a repeat; 400 for an unknown or dissolved group, and
    /// for an end that is past or after that of the group; 409 for a group that is held or smaller than a team, when
    /// there is no owner to refund orders, and when the id belongs to another group-buy.
    /// </summary>
    [Function("CreateGroupBuy")]
    [Request<CreateGroupBuyRequest>, Creation<GroupBuyView>]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<CreateGroupBuyRequest, GroupBuy, GroupBuyView>
        {
            Operation = "CreateGroupBuy",
            Validator = validator,
            ChosenId = body => body.Id,
            CreateAsync = creator.CreateAsync,
            ViewAsync = views.ReadAsync,
            Location = groupBuy => $"/{Route}/{groupBuy.Id}",
        });

    /// <summary>
    /// With <c>groupId</c> the group-buys of a group by pages, the latest first; 400 for an unknown group. Without it
    /// all, in order of id.
    /// </summary>
    [Function("ListGroupBuys")]
    [Page<GroupBuySummaryView>]
    [Query<string>("groupId", "Only group-buys of this group.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        var groupId = QueryFields.Text(request, "groupId");
        if (groupId is not null && await groups.FindAsync(groupId) is null)
            return Problems.Invalid("groupId", $"there is no group {groupId}.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = groupId is null
                ? await groupBuys.PageAsync(size, continuation)
                : await groupBuys.PageAsync(groupId, size, continuation);
            return page.Map(GroupBuySummaryView.From);
        });
    }

    /// <summary>One group-buy with its teams; 404 when there is none.</summary>
    [Function("GetGroupBuy")]
    [Response<GroupBuyView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{groupBuyId}}")] HttpRequest request,
        string groupBuyId) =>
        await groupBuys.FindAsync(groupBuyId) is { Value: var groupBuy }
            ? ApiJson.Json(await views.ReadAsync(groupBuy))
            : NotFound(groupBuyId);

    internal static IResult NotFound(string groupBuyId) => Problems.NotFound($"There is no group-buy {groupBuyId}.");
}
