using Community.Selling.GroupBuys;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.GroupBuys;

/// <summary>Any order of teams, joins, leaves, payments, refunds, repeats, cancellations and the end.</summary>
public sealed class GroupBuyProperties
{
    static readonly Decider<GroupBuyCommand, GroupBuy, GroupBuyEvent> Rules =
        new(GroupBuyRules.Decide, GroupBuyRules.Evolve);

    static readonly Gen<string> Members = Gen.Elements("a", "b", "c", "d", "e", "f");
    static readonly Gen<string> Orders = Gen.Elements("o1", "o2", "o3", "o4", "o5", "o6", "o7");
    static readonly Gen<string> Teams = Gen.Elements("team-1", "team-2", "team-3");

    // Four in thirty come after the end.
    static readonly Gen<DateTimeOffset> Instants =
        Gen.Choose(0, 29).Select(number => SampleGroupBuy.Before.AddHours(number < 26 ? 0 : 24));

    static readonly Gen<GroupBuyCommand> Commands = Gen.Choose(0, 19).SelectMany(kind => kind switch
    {
        <= 1 => from leader in Members
                from order in Gen.Elements("o1", "o2", null)
                from at in Instants
                select (GroupBuyCommand)new GroupBuyCommand.OpenTeam(
                    leader, order, OrderStanding.Unknown, IsGroupSilent: false, at),
        <= 9 => from team in Teams
                from member in Members
                from order in Orders
                from at in Instants
                select (GroupBuyCommand)new GroupBuyCommand.Join(
                    team, member, order, OrderStanding.Unknown, at),
        <= 11 => from team in Teams
                 from member in Members
                 from at in Instants
                 select (GroupBuyCommand)new GroupBuyCommand.Leave(team, member, at),
        <= 15 => from order in Orders
                 from standing in Gen.Elements(OrderStanding.Paid, OrderStanding.Refunded)
                 select (GroupBuyCommand)new GroupBuyCommand.UpdateOrder(order, standing),
        16 => from reason in Gen.Elements("没有货了", "写错了价")
              from at in Instants
              select (GroupBuyCommand)new GroupBuyCommand.Cancel(reason, "小王", at),
        _ => Instants.Select<DateTimeOffset, GroupBuyCommand>(at => new GroupBuyCommand.Close(at)),
    });

    [Theory]
    [Seeds(1, 20261128)]
    public void No_team_is_too_large_and_each_member_and_order_has_one_place(ulong seed) =>
        Play(seed, (_, _, outcome) =>
        {
            var groupBuy = outcome.State;
            Assert.All(groupBuy.Teams, team => Assert.InRange(team.Members.Count, 0, groupBuy.Size));
            Assert.All(groupBuy.Teams, team => Assert.Equal(team.IsFull, team.Members.Count == groupBuy.Size));
            Assert.All(
                groupBuy.Teams.Where(team => team.Members.Count > 0),
                team => Assert.NotNull(team.Find(team.Leader)));
            var members = groupBuy.Teams.SelectMany(team => team.Members).ToList();
            Assert.Distinct(members.Select(member => member.MemberId));
            Assert.Distinct(members.Select(member => member.OrderId).OfType<string>());
        });

    [Theory]
    [Seeds(2, 20261129)]
    public void Repeat_of_what_was_done_changes_nothing(ulong seed) =>
        Play(seed, (_, command, outcome) =>
        {
            if (outcome.Events is [GroupBuyEvent.Refused]) return;
            outcome.When(command).ThenNothing();
        });

    [Theory]
    [Seeds(3, 20261130)]
    public void Order_is_refunded_once_unless_it_bought_something(ulong seed) =>
        Play(seed, (_, _, outcome) =>
        {
            var groupBuy = outcome.State;
            var refunds = groupBuy.FindOrdersToRefund().Select(place => place.OrderId).ToList();

            Assert.Distinct(refunds);
            if (groupBuy.Outcome is null) Assert.Empty(refunds);
            foreach (var team in groupBuy.Teams)
            {
                var due = team.Members
                    .Where(member => member is { OrderId: not null, Order: not OrderStanding.Refunded });
                var expected = groupBuy.Outcome is not null && !team.IsFull;
                Assert.All(due, member => Assert.Equal(expected, refunds.Contains(member.OrderId)));
            }
        });

    [Theory]
    [Seeds(4, 20261201)]
    public void Full_team_and_outcome_are_final(ulong seed) =>
        Play(seed, (before, _, outcome) =>
        {
            if (before.Outcome is not null) Assert.Equal(before.Outcome, outcome.State.Outcome);
            foreach (var team in before.Teams.Where(team => team.IsFull))
            {
                Assert.Equal(
                    team.Members.Select(member => member.MemberId),
                    outcome.State.FindTeam(team.Id)!.Members.Select(member => member.MemberId));
            }
        });

    [Theory]
    [Seeds(5, 20261202)]
    public void No_order_is_refunded_that_had_no_task_at_the_end_or_bought_something(ulong seed) =>
        Play(seed, (before, _, outcome) =>
        {
            var groupBuy = outcome.State;
            var refunds = groupBuy.FindOrdersToRefund().Select(place => place.OrderId!).ToList();
            var bought = groupBuy.Teams.Where(team => team.IsFull).SelectMany(team => team.Members);

            Assert.DoesNotContain(bought, member => refunds.Contains(member.OrderId!));
            // Each order has its task from the end on, so none may follow.
            if (before.Outcome is null) return;
            var earlier = before.FindOrdersToRefund().Select(place => place.OrderId!).ToList();
            Assert.All(refunds, order => Assert.Contains(order, earlier));
        });

    [Theory]
    [Seeds(6, 20261203)]
    public void Nothing_is_bought_or_ends_again_after_a_cancellation(ulong seed) =>
        Play(seed, (before, _, outcome) =>
        {
            if (before.Cancellation is null) return;
            Assert.Equal((before.Cancellation, before.State), (outcome.State.Cancellation, outcome.State.State));
            Assert.Equal(PlacesOf(before), PlacesOf(outcome.State));
        });

    static IEnumerable<(string, string?)> PlacesOf(GroupBuy groupBuy) => groupBuy.Teams
        .SelectMany(team => team.Members)
        .Select(member => (member.MemberId, member.OrderId));

    static void Play(
        ulong seed,
        Action<GroupBuy, GroupBuyCommand, Decider<GroupBuyCommand, GroupBuy, GroupBuyEvent>.Outcome> holds) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var groupBuy = SampleGroupBuy.Three;
            foreach (var command in commands)
            {
                var outcome = Rules.Given(groupBuy).When(command);
                holds(groupBuy, command, outcome);
                groupBuy = outcome.State;
            }
        });
}
