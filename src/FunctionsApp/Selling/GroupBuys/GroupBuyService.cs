using Community.Platform;
using Community.Selling.GroupBuys;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// Gives and takes places in teams. An order is claimed before it gets its place and looked up again afterwards; a shop
/// stores an order first and looks for its claim then. So one of them finds a refund that comes meanwhile.
/// </summary>
public sealed class GroupBuyService(
    GroupBuyStore groupBuys,
    OrderClaimStore claims,
    GroupBuyRefunds refunds,
    IOrderStandings orders,
    GroupStore groups,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    /// <summary>Opens a team, whose first member is the leader; null for an unknown group-buy.</summary>
    public Task<Decided<GroupBuy, GroupBuyEvent>?> OpenTeamAsync(string id, string leader, string? orderId) =>
        TakePlaceAsync(id, orderId, async (groupBuy, order) => new GroupBuyCommand.OpenTeam(
            leader,
            orderId,
            order,
            IsGroupSilent: await groups.LookUpAsync(groupBuy.GroupId) is not { TakesMessages: true },
            clock.GetUtcNow()));

    /// <summary>Joins a team, or names the order of a member; null for an unknown group-buy.</summary>
    public Task<Decided<GroupBuy, GroupBuyEvent>?> JoinAsync(
        string id, string teamId, string memberId, string orderId) =>
        TakePlaceAsync(id, orderId, (_, order) => Task.FromResult<GroupBuyCommand>(
            new GroupBuyCommand.Join(teamId, memberId, orderId, order, clock.GetUtcNow())));

    /// <summary>Leaves a team; null for an unknown group-buy.</summary>
    public Task<Decided<GroupBuy, GroupBuyEvent>?> LeaveAsync(string id, string teamId, string memberId) =>
        groupBuys.DecideAsync(id, new GroupBuyCommand.Leave(teamId, memberId, clock.GetUtcNow()));

    /// <summary>Ends a group-buy early; null for an unknown one.</summary>
    public async Task<Decided<GroupBuy, GroupBuyEvent>?> CancelAsync(string id, string reason, string by)
    {
        if (await groupBuys.FindAsync(id) is not { Value: var groupBuy }) return null;
        var (now, refundsOf) = (clock.GetUtcNow(), new GroupBuyDeadline(id));
        var cancel = new GroupBuyCommand.Cancel(reason, by, now);
        if (GroupBuyRules.Decide(cancel, groupBuy) is [GroupBuyEvent.Refused] refused) return new(groupBuy, refused);
        // In case the request ends before it asks for the refunds.
        await scheduler.ScheduleAsync(GroupBuyDeadline.Kind, now + GroupBuyDeadline.Delay, refundsOf);
        var decided = await groupBuys.DecideAsync(id, cancel);
        await scheduler.ScheduleNowAsync(GroupBuyDeadline.Kind, [refundsOf]);
        return decided;
    }

    /// <summary>What a shop told about an order that it stored. A repeat changes nothing.</summary>
    public async Task FollowAsync(string shop, string orderId, OrderStanding standing)
    {
        if (standing is OrderStanding.Unknown) return;
        foreach (var claim in (await claims.FindAsync(orderId)).Where(claim => claim.IsOf(shop)))
            await UpdateAsync(claim.GroupBuyId, orderId, standing);
    }

    /// <summary>Looks up what the shop told about the order meanwhile. A repeat changes nothing.</summary>
    public async Task CheckOrderAsync(string id, string orderId)
    {
        if (await groupBuys.FindAsync(id) is { Value: var groupBuy })
            await UpdateAsync(id, orderId, await orders.FindAsync(groupBuy.Shop, orderId));
    }

    async Task<Decided<GroupBuy, GroupBuyEvent>?> TakePlaceAsync(
        string id, string? orderId, Func<GroupBuy, OrderStanding, Task<GroupBuyCommand>> commandOf)
    {
        if (await groupBuys.FindAsync(id) is not { Value: var groupBuy }) return null;
        var standing = orderId is null ? OrderStanding.Unknown : await orders.FindAsync(groupBuy.Shop, orderId);
        var command = await commandOf(groupBuy, standing);
        var expected = GroupBuyRules.Decide(command, groupBuy);
        if (expected is [] or [GroupBuyEvent.Refused]) return new(groupBuy, expected);
        if (orderId is null) return await groupBuys.DecideAsync(id, command);
        // A refused request claims no order.
        if (await claims.ClaimAsync(orderId, new OrderClaim(id, groupBuy.Shop)) != id)
            return new(groupBuy, [BelongsElsewhere(orderId)]);
        await scheduler.ScheduleAsync(
            GroupBuyOrder.Kind, clock.GetUtcNow() + GroupBuyOrder.Delay, new GroupBuyOrder(id, orderId));
        var decided = await groupBuys.DecideAsync(id, command);
        await CheckOrderAsync(id, orderId);
        return decided;
    }

    async Task UpdateAsync(string id, string orderId, OrderStanding standing)
    {
        var updated = await groupBuys.DecideAsync(id, new GroupBuyCommand.UpdateOrder(orderId, standing));
        if (standing is OrderStanding.Refunded && updated is { After.Outcome: not null })
            await refunds.EndAsync(id, orderId);
    }

    static GroupBuyEvent.Refused BelongsElsewhere(string orderId) => new(
        Refusal.Conflict(ConflictKind.InUse, $"the order {orderId} belongs to another group-buy"));
}
