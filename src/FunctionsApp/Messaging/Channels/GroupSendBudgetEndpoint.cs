using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Channels;

/// <summary>What the limit on group sends leaves to a group.</summary>
public sealed class GroupSendBudgetEndpoint(GroupStore groups, Ledger ledger, GroupSendRule rule, TimeProvider clock)
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
        var (budget, seen) = await ledger.ReadGroupSendsAsync(groupId);
        return ApiJson.Json(GroupSendBudgetView.From(groupId, budget, seen, rule, clock.GetUtcNow()));
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
