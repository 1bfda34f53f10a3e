using Community.Selling.GroupBuys;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>A group-buy in lists; <c>members</c> counts those of all teams.</summary>
public sealed record GroupBuySummaryView(
    string Id,
    string GroupId,
    GroupBuyProduct Product,
    int Size,
    long PriceMinor,
    string Currency,
    DateTimeOffset ClosesAt,
    GroupBuyState State,
    int TeamCount,
    int FullTeamCount,
    int MemberCount,
    int RefundCount)
{
    public static GroupBuySummaryView From(GroupBuy groupBuy) => new(
        groupBuy.Id,
        groupBuy.GroupId,
        groupBuy.Product,
        groupBuy.Size,
        groupBuy.PriceMinor,
        groupBuy.Currency,
        groupBuy.ClosesAt,
        groupBuy.State,
        groupBuy.Outcome?.Teams ?? groupBuy.Teams.Count,
        groupBuy.Outcome?.FullTeams ?? groupBuy.Teams.Count(team => team.IsFull),
        groupBuy.Teams.Sum(team => team.Members.Count),
        groupBuy.FindOrdersToRefund().Count);
}

/// <summary>
/// A group-buy with its teams, in the order in which they were opened. <c>outcome</c> is null before the end, and
/// <c>cancellation</c> unless it was cancelled; <c>refunds</c> are the orders that are still to be refunded after it.
/// <c>names</c> has the names of members by id, without those that are not known. Teams are deleted some time after the
/// end.
/// </summary>
public sealed record GroupBuyView(
    string Id,
    string GroupId,
    GroupBuyProduct Product,
    int Size,
    long PriceMinor,
    string Currency,
    string? Shop,
    DateTimeOffset ClosesAt,
    string Owner,
    DateTimeOffset CreatedAt,
    GroupBuyState State,
    IReadOnlyList<TeamView> Teams,
    GroupBuyOutcome? Outcome,
    GroupBuyCancellation? Cancellation,
    IReadOnlyList<GroupBuyRefundView> Refunds,
    IReadOnlyDictionary<string, string> Names,
    DateTimeOffset? ForgottenAt)
{
    public static GroupBuyView From(GroupBuy groupBuy, IReadOnlyDictionary<string, string> names) => new(
        groupBuy.Id,
        groupBuy.GroupId,
        groupBuy.Product,
        groupBuy.Size,
        groupBuy.PriceMinor,
        groupBuy.Currency,
        groupBuy.Shop,
        groupBuy.ClosesAt,
        groupBuy.Owner,
        groupBuy.CreatedAt,
        groupBuy.State,
        [.. groupBuy.Teams.Select(team => TeamView.From(team, groupBuy))],
        groupBuy.Outcome,
        groupBuy.Cancellation,
        [.. groupBuy.FindOrdersToRefund().Select(place => GroupBuyRefundView.From(place, groupBuy))],
        names,
        groupBuy.ForgottenAt);
}

/// <summary>
/// A team; <c>leader</c> is the id of a member, and <c>missing</c> counts the members that it needs.
/// </summary>
public sealed record TeamView(
    string Id,
    string Leader,
    GroupBuyState State,
    int Missing,
    DateTimeOffset OpenedAt,
    DateTimeOffset? FullAt,
    IReadOnlyList<TeamMember> Members)
{
    public static TeamView From(GroupBuyTeam team, GroupBuy groupBuy) => new(
        team.Id,
        team.Leader,
        groupBuy.StateOf(team),
        groupBuy.Size - team.Members.Count,
        team.OpenedAt,
        team.FullAt,
        team.Members);
}

/// <summary>An order to refund in the shop, and the staff task for it.</summary>
public sealed record GroupBuyRefundView(string OrderId, string MemberId, string TaskId)
{
    public static GroupBuyRefundView From(TeamMember place, GroupBuy groupBuy) =>
        new(place.OrderId!, place.MemberId, GroupBuyTasks.RefundId(groupBuy.Id, place.OrderId!));
}
