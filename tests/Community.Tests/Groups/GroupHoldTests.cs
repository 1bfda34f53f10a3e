using Community.Groups;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Groups;

public sealed class GroupHoldTests
{
    static readonly Decider<GroupCommand, Group, GroupEvent> Rules = new(GroupRules.Decide, GroupRules.Evolve);

    static readonly GroupHold Hold = new(HoldCause.Operator, "小王", "客户投诉", Instants.Evening);

    static readonly Gen<GroupCommand> Commands = Gen.Elements(null, "c-1", "c-2").SelectMany(
        crisis => Gen.Elements<GroupCommand>(
            new GroupCommand.Hold(Hold with { Cause = CauseOf(crisis), CrisisId = crisis }),
            new GroupCommand.Release(CauseOf(crisis), "小李", Instants.Evening, crisis)));

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
    public void Group_takes_messages_when_nothing_holds_it_and_statements_when_only_their_crisis_does(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var group = SampleGroup.OpenGroup();
            HashSet<string?> held = [];
            foreach (var command in commands)
            {
                var outcome = Rules.Given(group).When(command);

                outcome.When(command).ThenNothing();
                group = outcome.State;
                if (command is GroupCommand.Hold hold) held.Add(hold.Value.CrisisId);
                if (command is GroupCommand.Release release) held.Remove(release.CrisisId);
                Assert.Equal(held, group.Holds.Select(known => known.CrisisId).ToHashSet());
                Assert.Equal(held.Count == 0, group.TakesMessages);
                Assert.Equal(held.IsSubsetOf(["c-1"]), group.TakesMessagesOf("c-1"));
                Assert.Equal(held.IsSubsetOf([null]), group.TakesMembers);
            }
        });

    static HoldCause CauseOf(string? crisis) => crisis is null ? HoldCause.Operator : HoldCause.Crisis;
}
