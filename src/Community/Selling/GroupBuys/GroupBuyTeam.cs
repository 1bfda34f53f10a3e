using System.Text.Json.Serialization;

namespace Community.Selling.GroupBuys;

/// <summary>What the shop told about an order.</summary>
public enum OrderStanding
{
    /// <summary>Nothing yet: its message can be late, so the order counts.</summary>
    Unknown,

    Paid,

    /// <summary>Refunded in full, or cancelled.</summary>
    Refunded,
}

/// <summary>A member of a team; <paramref name="OrderId"/> is null before the member names the order.</summary>
public sealed record TeamMember(
    string MemberId, string? OrderId, DateTimeOffset JoinedAt, OrderStanding Order = OrderStanding.Unknown);

/// <summary>A team of a group-buy. <paramref name="Leader"/> (团长) is a member of it while it has members.</summary>
public sealed record GroupBuyTeam(string Id, string Leader, DateTimeOffset OpenedAt)
{
    public IReadOnlyList<TeamMember> Members { get; init; } = [];

    /// <summary>Those who left after they named an order, each order once.</summary>
    public IReadOnlyList<TeamMember> Former { get; init; } = [];

    /// <summary>The instant at which the team had its last member; null before. It is final.</summary>
    public DateTimeOffset? FullAt { get; init; }

    [JsonIgnore]
    public bool IsFull => FullAt is not null;

    [JsonIgnore]
    public IEnumerable<TeamMember> Places => Members.Concat(Former);

    public TeamMember? Find(string memberId) => Members.FirstOrDefault(member => member.MemberId == memberId);

    internal GroupBuyTeam Add(TeamMember member) => this with
    {
        Leader = Members.Count == 0 ? member.MemberId : Leader,
        Members = [.. Members, member],
    };

    internal GroupBuyTeam Replace(TeamMember member) =>
        this with { Members = [.. Members.Select(each => each.MemberId == member.MemberId ? member : each)] };

    internal GroupBuyTeam Remove(string memberId)
    {
        var leaving = Find(memberId)!;
        IReadOnlyList<TeamMember> rest = [.. Members.Where(member => member != leaving)];
        return this with
        {
            Members = rest,
            Leader = Leader == memberId && rest is [var next, ..] ? next.MemberId : Leader,
            Former = leaving.OrderId is null
                ? Former
                : [.. Former.Where(former => former.OrderId != leaving.OrderId), leaving],
        };
    }

    internal GroupBuyTeam UpdateOrder(string orderId, OrderStanding standing)
    {
        return this with { Members = [.. Members.Select(Update)], Former = [.. Former.Select(Update)] };

        TeamMember Update(TeamMember place) => place.OrderId == orderId ? place with { Order = standing } : place;
    }
}
