using System.Diagnostics;
using System.Globalization;
using Community.Platform;

namespace Community.Selling.GroupBuys;

/// <summary>
/// Teams of a group-buy. A person has one place in all teams, and so has an order. A refund frees the place of a team
/// that is not full; a full team has succeeded for good. No events for a repeat.
/// </summary>
public static class GroupBuyRules
{
    public static IReadOnlyList<GroupBuyEvent> Decide(GroupBuyCommand command, GroupBuy groupBuy) => command switch
    {
        GroupBuyCommand.OpenTeam open => Open(open, groupBuy),
        GroupBuyCommand.Join join => Join(join, groupBuy),
        GroupBuyCommand.Leave leave => Leave(leave, groupBuy),
        GroupBuyCommand.UpdateOrder update => Update(update, groupBuy),
        GroupBuyCommand.Close close when groupBuy.Outcome is null && close.At >= groupBuy.ClosesAt =>
            [new GroupBuyEvent.Closed(close.At)],
        GroupBuyCommand.Close => [],
        GroupBuyCommand.Cancel cancel when groupBuy.Cancellation is { } earlier && IsRepeat(cancel, earlier) => [],
        GroupBuyCommand.Cancel cancel when groupBuy.IsOverAt(cancel.At) => Refuse(IsOver),
        GroupBuyCommand.Cancel cancel =>
            [new GroupBuyEvent.Cancelled(new GroupBuyCancellation(cancel.Reason, cancel.By, cancel.At))],
        GroupBuyCommand.ConfirmRefundsRequested confirm
            when groupBuy is { Outcome: not null, RefundsRequestedAt: null } =>
            [new GroupBuyEvent.RefundsRequested(confirm.At)],
        GroupBuyCommand.ConfirmRefundsRequested => [],
        GroupBuyCommand.Forget forget when groupBuy is { RefundsRequestedAt: not null, ForgottenAt: null } =>
            [new GroupBuyEvent.Forgotten(forget.At)],
        GroupBuyCommand.Forget => [],
        _ => throw new UnreachableException(),
    };

    public static GroupBuy Evolve(GroupBuy groupBuy, GroupBuyEvent happened) => happened switch
    {
        GroupBuyEvent.TeamOpened opened => groupBuy with
        {
            Teams =
            [
                .. groupBuy.Teams,
                new GroupBuyTeam(opened.TeamId, opened.Leader.MemberId, opened.Leader.JoinedAt).Add(opened.Leader),
            ],
        },
        GroupBuyEvent.MemberJoined joined => Change(groupBuy, joined.TeamId, team => team.Add(joined.Member)),
        GroupBuyEvent.OrderNamed named => Change(groupBuy, named.TeamId, team => team.Replace(named.Member)),
        GroupBuyEvent.TeamFilled filled =>
            Change(groupBuy, filled.TeamId, team => team with { FullAt = filled.At }),
        GroupBuyEvent.MemberLeft left => Change(groupBuy, left.TeamId, team => team.Remove(left.MemberId)),
        GroupBuyEvent.OrderUpdated updated => groupBuy with
        {
            Teams = [.. groupBuy.Teams.Select(team => team.UpdateOrder(updated.OrderId, updated.Order))],
        },
        GroupBuyEvent.Closed closed => groupBuy with { Outcome = OutcomeOf(groupBuy, closed.At) },
        GroupBuyEvent.Cancelled { Cancellation: var cancellation } => groupBuy with
        {
            Cancellation = cancellation,
            Outcome = OutcomeOf(groupBuy, cancellation.At),
        },
        GroupBuyEvent.RefundsRequested requested => groupBuy with { RefundsRequestedAt = requested.At },
        GroupBuyEvent.Forgotten forgotten => groupBuy with { Teams = [], ForgottenAt = forgotten.At },
        GroupBuyEvent.Refused => groupBuy,
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<GroupBuyEvent> Open(GroupBuyCommand.OpenTeam open, GroupBuy groupBuy)
    {
        var leader = new TeamMember(open.Leader, open.OrderId, open.At, open.Order);
        if (groupBuy.FindTeamOf(open.Leader) is { } own)
            return own.Leader == open.Leader ? Repeat(own, leader, groupBuy) : Refuse(IsMemberOf(own, open.Leader));
        if (FindFault(leader, groupBuy) is { } fault) return Refuse(fault);
        if (open.IsGroupSilent)
            return Refuse(Refusal.Conflict(ConflictKind.State, "the group takes no messages and opens no teams"));
        if (groupBuy.Teams.Count >= GroupBuy.MaxTeams)
            return Refuse(Limit($"the group-buy has {GroupBuy.MaxTeams} teams already"));
        return [new GroupBuyEvent.TeamOpened(IdOf(groupBuy.Teams.Count + 1), leader)];
    }

    static IReadOnlyList<GroupBuyEvent> Join(GroupBuyCommand.Join join, GroupBuy groupBuy)
    {
        var member = new TeamMember(join.MemberId, join.OrderId, join.At, join.Order);
        if (groupBuy.FindTeamOf(join.MemberId) is { } own)
            return own.Id == join.TeamId ? Repeat(own, member, groupBuy) : Refuse(IsMemberOf(own, join.MemberId));
        if (groupBuy.FindTeam(join.TeamId) is not { } team)
            return Refuse(Refusal.Conflict(ConflictKind.State, $"there is no team {join.TeamId}"));
        if (team.IsFull) return Refuse(Limit($"the team has {groupBuy.Size} members already"));
        if (FindFault(member, groupBuy) is { } fault) return Refuse(fault);
        var joined = new GroupBuyEvent.MemberJoined(team.Id, member);
        return team.Members.Count + 1 < groupBuy.Size
            ? [joined]
            : [joined, new GroupBuyEvent.TeamFilled(team.Id, join.At)];
    }

    // A member who has a place asks for it again, perhaps with the order that was missing.
    static IReadOnlyList<GroupBuyEvent> Repeat(GroupBuyTeam team, TeamMember again, GroupBuy groupBuy)
    {
        var place = team.Find(again.MemberId)!;
        if (again.OrderId is null || again.OrderId == place.OrderId) return [];
        if (place.OrderId is not null)
            return Refuse(Refusal.Conflict(ConflictKind.InUse, $"{again.MemberId} is in {team.Id} with another order"));
        if (FindFault(again, groupBuy) is { } fault) return Refuse(fault);
        return [new GroupBuyEvent.OrderNamed(team.Id, again with { JoinedAt = place.JoinedAt })];
    }

    static IReadOnlyList<GroupBuyEvent> Leave(GroupBuyCommand.Leave leave, GroupBuy groupBuy)
    {
        if (groupBuy.FindTeam(leave.TeamId) is not { } team || team.Find(leave.MemberId) is null) return [];
        if (team.IsFull)
            return Refuse(Refusal.Conflict(ConflictKind.Ended, "the team is full, and its places are final"));
        if (groupBuy.IsOverAt(leave.At)) return Refuse(IsOver);
        return [new GroupBuyEvent.MemberLeft(team.Id, leave.MemberId)];
    }

    static IReadOnlyList<GroupBuyEvent> Update(GroupBuyCommand.UpdateOrder update, GroupBuy groupBuy)
    {
        var isNew = groupBuy.Teams
            .SelectMany(team => team.Places)
            .Any(place => place.OrderId == update.OrderId && place.Order < update.Order);
        if (!isNew) return [];
        var updated = new GroupBuyEvent.OrderUpdated(update.OrderId, update.Order);
        if (update.Order is not OrderStanding.Refunded
            || groupBuy.Outcome is not null
            || groupBuy.FindTeamWith(update.OrderId) is not { IsFull: false } team) return [updated];
        var buyer = team.Members.First(member => member.OrderId == update.OrderId);
        return [updated, new GroupBuyEvent.MemberLeft(team.Id, buyer.MemberId)];
    }

    static bool IsRepeat(GroupBuyCommand.Cancel cancel, GroupBuyCancellation earlier) =>
        (cancel.Reason, cancel.By) == (earlier.Reason, earlier.By);

    static Refusal? FindFault(TeamMember wanted, GroupBuy groupBuy)
    {
        if (groupBuy.IsOverAt(wanted.JoinedAt)) return IsOver;
        if (groupBuy.Teams.Sum(team => team.Places.Count()) >= GroupBuy.MaxPlaces)
            return Limit($"the group-buy has {GroupBuy.MaxPlaces} places already");
        if (wanted.OrderId is null) return null;
        if (wanted.Order is OrderStanding.Refunded)
            return Refusal.Conflict(ConflictKind.Ended, $"the order {wanted.OrderId} is refunded or cancelled");
        return groupBuy.FindTeamWith(wanted.OrderId) is { } team
            ? Refusal.Conflict(ConflictKind.InUse, $"the order {wanted.OrderId} has a place in {team.Id}")
            : null;
    }

    static GroupBuyOutcome OutcomeOf(GroupBuy groupBuy, DateTimeOffset at)
    {
        var full = groupBuy.Teams.Where(team => team.IsFull).ToList();
        return new GroupBuyOutcome(
            at,
            groupBuy.Teams.Count,
            full.Count,
            full.Sum(team => team.Members.Count),
            groupBuy.FindUnusedOrders().Count);
    }

    static GroupBuy Change(GroupBuy groupBuy, string teamId, Func<GroupBuyTeam, GroupBuyTeam> change) =>
        groupBuy with { Teams = [.. groupBuy.Teams.Select(team => team.Id == teamId ? change(team) : team)] };

    static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"team-{number}");

    static Refusal IsOver => Refusal.Conflict(ConflictKind.Ended, "the group-buy is over");

    static Refusal IsMemberOf(GroupBuyTeam team, string memberId) =>
        Refusal.Conflict(ConflictKind.InUse, $"{memberId} is in {team.Id} already");

    static Refusal Limit(string reason) => Refusal.Conflict(ConflictKind.LimitReached, reason);

    static IReadOnlyList<GroupBuyEvent> Refuse(Refusal refusal) => [new GroupBuyEvent.Refused(refusal)];
}
