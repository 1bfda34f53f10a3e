using Community.Groups;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Groups;

public sealed class GroupHoldTests
{
    static readonly Decider<GroupCommand, Group, GroupEvent> Rules = new(GroupRules.Decide, GroupRules.Evolve);

    static readonly GroupHold Hold = new(HoldCause.Operator, "小王", "客户投诉", Instants.Evening);

    static readonly Gen<GroupCommand> Commands = Gen.Elements(HoldCause.Operator, HoldCause.Crisis).SelectMany(
        cause => Gen.Elements<GroupCommand>(
            new GroupCommand.Hold(Hold with { Cause = cause }),
            new GroupCommand.Release(cause, "小李", Instants.Evening)));

    [Fact]
    public void Held_group_takes_no_messages_and_its_history_says_why() =>
        Rules.Given(SampleGroup.OpenGroup())
            .When(new GroupCommand.Hold(Hold))
            .Then(
                new GroupEvent.Held(Hold),
                new GroupEvent.ChangeRecorded(
                    new GroupChange(Instants.Evening, "小王", "暂停本群消息，原因：客户投诉")));

    [Fact]
    public void Dissolved_group_is_not_held()
    {
        var outcome = Rules
            .Given(SampleGroup.OpenGroup() with { State = GroupState.Dissolved })
            .When(new GroupCommand.Hold(Hold));

        var refused = Assert.IsType<GroupEvent.Refused>(Assert.Single(outcome.Events));
        Assert.Equal(RefusalKind.Conflict, refused.Refusal.Kind);
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Group_takes_messages_when_no_cause_holds_it(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var group = SampleGroup.OpenGroup();
            HashSet<HoldCause> held = [];
            foreach (var command in commands)
            {
                var outcome = Rules.Given(group).When(command);

                outcome.When(command).ThenNothing();
                group = outcome.State;
                if (command is GroupCommand.Hold hold) held.Add(hold.Value.Cause);
                if (command is GroupCommand.Release release) held.Remove(release.Cause);
                Assert.Equal(held, group.Holds.Select(known => known.Cause).ToHashSet());
                Assert.Equal(held.Count == 0, group.TakesMessages);
            }
        });
}
