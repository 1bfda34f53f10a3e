using Community.Groups;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Channels;

/// <summary>What the limit on group sends leaves to groups.</summary>
public sealed class GroupSendBudgetEndpoints(GroupStore groups, Ledger ledger, GroupSendRule rule, TimeProvider clock)
{
    /// <summary>
    /// The group sends (客户群群发) to a group in the present period: 400 without a group, 404 for an unknown one.
    /// </summary>
    [Function("GetGroupSendBudget")]
    [Response<GroupSendBudgetView>, Problem(404)]
    [Query<string>("groupId", "The group.")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/channel/budget")] HttpRequest request)
    {
        if (QueryFields.Text(request, "groupId") is not { } groupId)
            return Problems.Invalid("groupId", "is missing.");
        if (await groups.FindAsync(groupId) is null) return GroupEndpoints.NotFound(groupId);
        return ApiJson.Json(await ReadAsync(groupId));
    }

    /// <summary>
    /// The group sends to every group with a chat of the platform, by pages in order of id, which may hold fewer items
    /// than asked for; none on a channel that uses the ids of groups.
    /// </summary>
    [Function("ListGroupSendBudgets")]
    [Page<GroupSendBudgetView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/channel/budgets")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = (await groups.PageAsync(size, continuation)).Where(HasChat);
            var budgets = await Task.WhenAll(page.Items.Select(group => ReadAsync(group.Id)));
            return new Slice<GroupSendBudgetView>(budgets, page.Continuation);
        });

    static bool HasChat(Group group) => group is { ChannelGroupId: not null, DissolvedAt: null };

    async Task<GroupSendBudgetView> ReadAsync(string groupId)
    {
        var (budget, seen) = await ledger.ReadGroupSendsAsync(groupId);
        return GroupSendBudgetView.From(groupId, budget, seen, rule, clock.GetUtcNow());
    }
}

/// <summary>
/// The group sends to a group from <paramref name="PeriodStart"/> to <paramref name="PeriodEnd"/>, both included: at
/// most <paramref name="Allowance"/>. <paramref name="UsedByApp"/> counts those that deliveries have, and
/// <paramref name="UsedByOthers"/> what else the platform tells of, which is at most an hour old.
/// </summary>
public sealed record GroupSendBudgetView(
    string GroupId,
    GroupSendLimit Limit,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    int Allowance,
    int UsedByApp,
    int UsedByOthers,
    int Left)
{
    public static GroupSendBudgetView From(
        string groupId, GroupSendBudget budget, GroupSendsSeen seen, GroupSendRule rule, DateTimeOffset now)
    {
        var period = rule.PeriodAt(now);
        return new GroupSendBudgetView(
            groupId,
            rule.Limit,
            period.First,
            period.Last,
            period.Allowance,
            budget.UsedAt(now, rule),
            seen.CountIn(period),
            budget.LeftAt(now, rule, seen));
    }
}
