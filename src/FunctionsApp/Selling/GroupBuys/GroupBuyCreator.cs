using Community.Groups;
using Community.Platform;
using Community.Selling.GroupBuys;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>Creates group-buys in live groups that take messages, have enough members and an owner.</summary>
public sealed class GroupBuyCreator(
    GroupBuyStore groupBuys,
    GroupStore groups,
    StaffStore staff,
    IOrderStandings orders,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    // Due work of a past instant would come before the group-buy is stored.
    static readonly TimeSpan EarliestEnd = TimeSpan.FromMinutes(1);

    /// <summary>The new group-buy, the one that has the id, or the fault of the request.</summary>
    public async Task<CreationResult<GroupBuy>> CreateAsync(CreationRequest<CreateGroupBuyRequest> request)
    {
        // A repeat is answered even after the end.
        if (await groupBuys.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var (body, now) = (request.Body, clock.GetUtcNow());
        var group = await groups.LookUpAsync(body.GroupId!);
        if ((FindFault(body, group, now) ?? await staff.OwnerFaultAsync(body.Owner)) is { } fault) return Refuse(fault);
        if ((body.Owner ?? group!.Owner) is not { } owner) return Refuse(NoOwner);
        var groupBuy = body.ToGroupBuy(request.Id, owner, now);
        await scheduler.ScheduleAsync(
            GroupBuyDeadline.Kind,
            InstantExtensions.Later(groupBuy.ClosesAt, now + EarliestEnd),
            new GroupBuyDeadline(groupBuy.Id));
        return CreationResult.From(await groupBuys.CreateAsync(groupBuy, request.Fingerprint));
    }

    Refusal? FindFault(CreateGroupBuyRequest body, Group? group, DateTimeOffset now) => (body, group) switch
    {
        (_, null) => Refusal.Invalid("groupId", $"there is no group {body.GroupId}."),
        (_, { IsAlive: false }) => Refusal.Invalid("groupId", $"the group {body.GroupId} is dissolved."),
        _ when body.ClosesAt <= now => Refusal.Invalid("closesAt", "must be in the future."),
        (_, { Charter.EndsAt: { } end }) when body.ClosesAt > end =>
            Refusal.Invalid("closesAt", $"must not be after the group's charter ends, {end:O}."),
        ({ Shop: { } shop }, _) when !orders.IsShop(shop) => Refusal.Invalid("shop", $"there is no shop {shop}."),
        (_, { TakesMessages: false }) => Refusal.Conflict(
            ConflictKind.State, "the group takes no messages and begins no group-buy"),
        _ when body.Size > group.MemberCount => Refusal.Conflict(
            ConflictKind.State, $"size: the group has {group.MemberCount} members, and a team needs {body.Size}"),
        _ => null,
    };

    static Refusal NoOwner => Refusal.Conflict(
        ConflictKind.Incomplete, "the group has no owner to refund orders, so the field owner must name one");

    static CreationResult<GroupBuy> Refuse(Refusal refusal) =>
        CreationResult.Refuse<GroupBuy>(Problems.From(refusal));
}
