using Community.Selling.GroupBuys;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Selling.GroupBuys;

/// <summary>Any order of teams, joins, leaves, payments, refunds, repeats and the end.</summary>
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

    static readonly Gen<GroupBuyCommand> Commands = Gen.Choose(0, 9).SelectMany(kind => kind switch
    {
        0 => from leader in Members
             from order in Gen.Elements("o1", "o2", null)
             from at in Instants
             select (GroupBuyCommand)new GroupBuyCommand.OpenTeam(
                 leader, order, OrderStanding.Unknown, IsGroupSilent: false, at),
        1 or 2 or 3 or 4 => from team in Teams
                            from member in Members
                            from order in Orders
                            from at in Instants
                            select (GroupBuyCommand)new GroupBuyCommand.Join(
                                team, member, order, OrderStanding.Unknown, at),
        5 => from team in Teams
             from member in Members
             from at in Instants
             select (GroupBuyCommand)new GroupBuyCommand.Leave(team, member, at),
        6 or 7 => from order in Orders
                  from standing in Gen.Elements(OrderStanding.Paid, OrderStanding.Refunded)
                  select (GroupBuyCommand)new GroupBuyCommand.UpdateOrder(order, standing),
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
