using System.Text.Json.Serialization;

namespace Community.Selling.GroupBuys;

public enum GroupBuyState
{
    Open,

    /// <summary>At its end at least one team was full.</summary>
    Succeeded,

    /// <summary>At its end no team was full.</summary>
    Failed,

    /// <summary>An operator ended it early. Its full teams have succeeded all the same.</summary>
    Cancelled,
}

/// <summary>What is sold; <paramref name="Url"/> leads to it in the shop.</summary>
public sealed record GroupBuyProduct(string Name, string? Url = null, string? Sku = null);

/// <summary>What the end of a group-buy found: teams, full teams, members of full teams and orders to refund.</summary>
public sealed record GroupBuyOutcome(DateTimeOffset ClosedAt, int Teams, int FullTeams, int Buyers, int Refunds);

/// <summary>Why and by whom a group-buy was ended early.</summary>
public sealed record GroupBuyCancellation(string Reason, string By, DateTimeOffset At);

/// <summary>
/// A group-buy (拼团) in a group: members form teams, and a team of <paramref name="Size"/> members before
/// <paramref name="ClosesAt"/> gets the price, in minor units of <paramref name="Currency"/>. <paramref name="Shop"/>
/// is the shop of the orders; null for any shop. <paramref name="Owner"/> is the id of the staff member who refunds
/// orders when the group has no owner at the end.
/// </summary>
public sealed record GroupBuy(
    string Id,
    string GroupId,
    GroupBuyProduct Product,
    int Size,
    long PriceMinor,
    string Currency,
    string? Shop,
    DateTimeOffset ClosesAt,
    string Owner,
    DateTimeOffset CreatedAt)
{
    public const int MinSize = 2;
    public const int MaxSize = 50;
    public const int MaxTeams = 250;

    /// <summary>The most members of all teams together, those who left after they paid included.</summary>
    public const int MaxPlaces = 400;

    /// <summary>In the order in which they were opened; empty after they are forgotten.</summary>
    public IReadOnlyList<GroupBuyTeam> Teams { get; init; } = [];

    /// <summary>Null before the end.</summary>
    public GroupBuyOutcome? Outcome { get; init; }

    /// <summary>Null for one that was not cancelled.</summary>
    public GroupBuyCancellation? Cancellation { get; init; }

    /// <summary>The instant at which every refund task was open; null before.</summary>
    public DateTimeOffset? RefundsRequestedAt { get; init; }

    /// <summary>The instant at which the teams were deleted; null while they are kept.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    [JsonIgnore]
    public GroupBuyState State => this switch
    {
        { Outcome: null } => GroupBuyState.Open,
        { Cancellation: not null } => GroupBuyState.Cancelled,
        { Outcome.FullTeams: > 0 } => GroupBuyState.Succeeded,
        _ => GroupBuyState.Failed,
    };

    /// <summary>Failed or cancelled for a team that was not full at the end, also when another was.</summary>
    public GroupBuyState StateOf(GroupBuyTeam team) => (team.IsFull, State) switch
    {
        (true, _) => GroupBuyState.Succeeded,
        (false, GroupBuyState.Succeeded) => GroupBuyState.Failed,
        (false, var state) => state,
    };

    public bool IsOverAt(DateTimeOffset at) => Outcome is not null || at >= ClosesAt;

    public GroupBuyTeam? FindTeam(string teamId) => Teams.FirstOrDefault(team => team.Id == teamId);

    /// <summary>The team that the person is a member of; null without one.</summary>
    public GroupBuyTeam? FindTeamOf(string memberId) => Teams.FirstOrDefault(team => team.Find(memberId) is not null);

    /// <summary>The team in which the order has a place; null without one.</summary>
    public GroupBuyTeam? FindTeamWith(string orderId) =>
        Teams.FirstOrDefault(team => team.Members.Any(member => member.OrderId == orderId));

    /// <summary>
    /// The orders that bought nothing and are not refunded, each once: those of teams that were not full at the end,
    /// and those of members who left and are in no full team. Empty before the end.
    /// </summary>
    public IReadOnlyList<TeamMember> FindOrdersToRefund() => Outcome is null ? [] : FindUnusedOrders();

    internal IReadOnlyList<TeamMember> FindUnusedOrders()
    {
        var bought = Teams
            .Where(team => team.IsFull)
            .SelectMany(team => team.Members)
            .Select(member => member.OrderId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Teams
                .SelectMany(team => team.Places)
                .Where(place => place is { OrderId: not null, Order: not OrderStanding.Refunded })
                .Where(place => !bought.Contains(place.OrderId!))
                .DistinctBy(place => place.OrderId, StringComparer.Ordinal),
        ];
    }
}
