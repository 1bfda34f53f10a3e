using Community.Platform;
using Community.Selling.GroupBuys;
using static Community.Tests.Selling.GroupBuys.SampleGroupBuy;

namespace Community.Tests.Selling.GroupBuys;

public sealed class GroupBuyRulesTests
{
    static readonly Decider<GroupBuyCommand, GroupBuy, GroupBuyEvent> Rules =
        new(GroupBuyRules.Decide, GroupBuyRules.Evolve);

    [Fact]
    public void Team_of_the_needed_size_succeeds_for_good()
    {
        var groupBuy = Play(Open("a", "o1"), Join("b", "o2"), Join("c", "o3"), Refund("o2"));

        var team = Assert.Single(groupBuy.Teams);
        Assert.Equal(["a", "b", "c"], team.Members.Select(member => member.MemberId));
        Assert.Equal(GroupBuyState.Succeeded, groupBuy.StateOf(team));
        Assert.Equal(OrderStanding.Refunded, team.Find("b")!.Order);
        Assert.Equal(ConflictKind.LimitReached, RefusalOf(groupBuy, Join("d", "o4")));
        Assert.Equal(ConflictKind.Ended, RefusalOf(groupBuy, Leave("b")));
        var closed = Rules.Given(groupBuy).When(new GroupBuyCommand.Close(End)).State;
        Assert.Equal((GroupBuyState.Succeeded, 3, 0), (closed.State, closed.Outcome!.Buyers, closed.Outcome.Refunds));
        Assert.Empty(closed.FindOrdersToRefund());
    }

    [Fact]
    public void Team_that_is_not_full_at_the_end_fails_and_its_orders_are_to_be_refunded()
    {
        var open = Play(Open("a"), Join("b", "o2"), Open("c", "o3"), Refund("o3"));

        Rules.Given(open).When(new GroupBuyCommand.Close(Before)).ThenNothing();
        var closed = Rules.Given(open).When(new GroupBuyCommand.Close(End)).State;

        Assert.Equal(GroupBuyState.Failed, closed.State);
        Assert.All(closed.Teams, team => Assert.Equal(GroupBuyState.Failed, closed.StateOf(team)));
        Assert.Equal(["o2"], closed.FindOrdersToRefund().Select(place => place.OrderId));
        Assert.Equal(1, closed.Outcome!.Refunds);
        Assert.Empty(Rules.Given(closed).When(Refund("o2")).State.FindOrdersToRefund());
    }

    [Fact]
    public void Repeat_changes_nothing_even_after_the_end()
    {
        var groupBuy = Rules
            .Given(Play(Open("a", "o1"), Join("b", "o2")))
            .When(new GroupBuyCommand.Close(End)).State;

        foreach (var command in new GroupBuyCommand[] { Open("a", "o1"), Open("a"), Join("b", "o2") })
            Rules.Given(groupBuy).When(command).ThenNothing();
        Assert.Equal(ConflictKind.Ended, RefusalOf(groupBuy, Join("c", "o3")));
        Assert.Equal(ConflictKind.Ended, RefusalOf(groupBuy, Leave("b")));
    }

    [Fact]
    public void Leader_names_the_order_later_and_only_one()
    {
        var groupBuy = Play(Open("a"), Join("a", "o1"));

        Assert.Equal("o1", groupBuy.Teams[0].Find("a")!.OrderId);
        Assert.Equal(ConflictKind.InUse, RefusalOf(groupBuy, Join("a", "o2")));
        Rules.Given(groupBuy).When(Join("a", "o1")).ThenNothing();
    }

    [Fact]
    public void Member_and_order_have_one_place_in_all_teams()
    {
        var groupBuy = Play(Open("a", "o1"), Open("b", "o2"));

        Assert.Equal(ConflictKind.InUse, RefusalOf(groupBuy, Join("a", "o3", "team-2")));
        Assert.Equal(ConflictKind.InUse, RefusalOf(groupBuy, Join("c", "o1", "team-2")));
        Assert.Equal(ConflictKind.InUse, RefusalOf(groupBuy, Open("c", "o2")));
    }

    [Fact]
    public void Refund_frees_the_place_and_the_order_does_not_return()
    {
        var groupBuy = Play(Open("a", "o1"), Join("b", "o2"), Refund("o2"));

        Assert.Equal(["a"], groupBuy.Teams[0].Members.Select(member => member.MemberId));
        Assert.Equal(
            ConflictKind.Ended, RefusalOf(groupBuy, Join("b", "o2", standing: OrderStanding.Refunded)));
        Assert.Equal(2, Play(groupBuy, Join("b", "o3")).Teams[0].Members.Count);
    }

    [Fact]
    public void Next_member_leads_when_the_leader_leaves_and_the_order_can_be_used_again()
    {
        var groupBuy = Play(Open("a", "o1"), Join("b", "o2"), Leave("a"));

        Assert.Equal("b", groupBuy.Teams[0].Leader);
        Rules.Given(groupBuy).When(Leave("a")).ThenNothing();
        var moved = Play(groupBuy, Open("a", "o1"));
        var closed = Rules.Given(moved).When(new GroupBuyCommand.Close(End)).State;
        Assert.Equal(["o1", "o2"], closed.FindOrdersToRefund().Select(place => place.OrderId!).Order());
    }

    [Fact]
    public void Silent_group_takes_no_new_team_and_lets_members_join()
    {
        var silent = Open("c", "o3") with { IsGroupSilent = true };
        var groupBuy = Play(Open("a", "o1"), Join("b", "o2"));

        Assert.Equal(ConflictKind.State, RefusalOf(groupBuy, silent));
        Rules.Given(groupBuy).When(Open("a", "o1") with { IsGroupSilent = true }).ThenNothing();
    }

    [Fact]
    public void Teams_and_places_have_limits()
    {
        var full = Three with
        {
            Size = 50,
            Teams = [.. Enumerable.Range(0, GroupBuy.MaxTeams).Select(number => Team($"t{number}", $"m{number}"))],
        };
        var crowded = Three with
        {
            Teams = [Team("team-1", [.. Enumerable.Range(0, GroupBuy.MaxPlaces).Select(number => $"m{number}")])],
        };

        Assert.Equal(ConflictKind.LimitReached, RefusalOf(full, Open("new")));
        Assert.Equal(ConflictKind.LimitReached, RefusalOf(crowded, Open("new")));
    }

    [Fact]
    public void Teams_are_forgotten_after_every_refund_is_requested_and_the_outcome_stays()
    {
        var closed = Rules
            .Given(Play(Open("a", "o1")))
            .When(new GroupBuyCommand.Close(End)).State;
        Rules.Given(closed).When(new GroupBuyCommand.Forget(End.AddDays(1))).ThenNothing();

        var forgotten = Rules.Given(closed)
            .When(new GroupBuyCommand.ConfirmRefundsRequested(End))
            .When(new GroupBuyCommand.Forget(End.AddDays(365))).State;

        Assert.Empty(forgotten.Teams);
        Assert.Equal(GroupBuyState.Failed, forgotten.State);
        Assert.Equal((1, 1), (forgotten.Outcome!.Teams, forgotten.Outcome.Refunds));
    }

    [Fact]
    public void Cancellation_keeps_full_teams_and_the_other_orders_are_to_be_refunded()
    {
        var cancelled = Play(
            Open("a", "o1"), Join("b", "o2"), Join("c", "o3"),
            Open("d"), Join("e", "o4", "team-2"), Leave("e", "team-2"), Join("f", "o5", "team-2"),
            Cancel());

        Assert.Equal(GroupBuyState.Cancelled, cancelled.State);
        Assert.Equal(
            [GroupBuyState.Succeeded, GroupBuyState.Cancelled],
            cancelled.Teams.Select(team => cancelled.StateOf(team)));
        Assert.Equal(["o4", "o5"], cancelled.FindOrdersToRefund().Select(place => place.OrderId!).Order());
        Assert.Equal(new GroupBuyOutcome(Before, Teams: 2, FullTeams: 1, Buyers: 3, Refunds: 2), cancelled.Outcome);
    }

    [Fact]
    public void Cancelled_group_buy_gives_no_place_and_its_end_changes_nothing()
    {
        var cancelled = Play(Open("a"), Join("b", "o2"), Cancel());

        foreach (var command in new GroupBuyCommand[]
            { Open("c", "o3"), Join("c", "o3"), Join("a", "o1"), Leave("b"), Cancel("另一个原因") })
            Assert.Equal(ConflictKind.Ended, RefusalOf(cancelled, command));
        Rules.Given(cancelled).When(Cancel()).ThenNothing();
        Rules.Given(cancelled).When(Cancel() with { At = End }).ThenNothing();
        Rules.Given(cancelled).When(new GroupBuyCommand.Close(End)).ThenNothing();
    }

    [Fact]
    public void Group_buy_that_is_over_is_not_cancelled()
    {
        var open = Play(Open("a", "o1"));
        var late = Cancel() with { At = End };

        Assert.Equal(ConflictKind.Ended, RefusalOf(open, late));
        Assert.Equal(ConflictKind.Ended, RefusalOf(Play(open, new GroupBuyCommand.Close(End)), late));
    }

    [Fact]
    public void Order_that_is_paid_after_the_cancellation_is_still_to_be_refunded()
    {
        var cancelled = Play(Open("a", "o1"), Cancel(), new GroupBuyCommand.UpdateOrder("o1", OrderStanding.Paid));

        Assert.Equal(
            ("o1", OrderStanding.Paid),
            Assert.Single(cancelled.FindOrdersToRefund().Select(place => (place.OrderId!, place.Order))));
        Assert.Empty(Play(cancelled, Refund("o1")).FindOrdersToRefund());
    }

    static GroupBuyTeam Team(string id, params string[] members) =>
        new(id, members[0], Before) { Members = [.. members.Select(member => new TeamMember(member, null, Before))] };

    static GroupBuy Play(params GroupBuyCommand[] commands) => Play(Three, commands);

    static GroupBuy Play(GroupBuy groupBuy, params GroupBuyCommand[] commands) =>
        commands.Aggregate(groupBuy, (state, command) => Rules.Given(state).When(command).State);

    static ConflictKind? RefusalOf(GroupBuy groupBuy, GroupBuyCommand command) => Assert
        .IsType<GroupBuyEvent.Refused>(Assert.Single(Rules.Given(groupBuy).When(command).Events))
        .Refusal.ConflictKind;
}
