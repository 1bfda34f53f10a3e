using Community.Groups;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Groups;

public class GroupRulesTests
{
    static readonly Decider<GroupCommand, Group, GroupEvent> Rules = new(GroupRules.Decide, GroupRules.Evolve);

    static readonly Gen<GroupCommand> Commands = Gen.OneOf<GroupCommand>(
        Gen.Elements(SampleGroup.Link, "https://other.example/join")
            .Select(GroupCommand (url) => new GroupCommand.Open(url, Instants.Evening)),
        Gen.Constant<GroupCommand>(new GroupCommand.Close()),
        Gen.Constant<GroupCommand>(new GroupCommand.Dissolve()),
        Gen.Choose(0, 100)
            .Select(minute => Instants.Evening.AddMinutes(minute))
            .Select(GroupCommand (at) => new GroupCommand.ConfirmDissolved(at)));

    [Fact]
    public void Planned_group_opens_with_its_link() =>
        Rules.Given(SampleGroup.PlannedGroup())
            .When(new GroupCommand.Open(SampleGroup.Link, Instants.Evening))
            .Then(new GroupEvent.Opened(SampleGroup.Link, Instants.Evening));

    [Fact]
    public void Open_group_keeps_its_link() =>
        Rules.Given(SampleGroup.PlannedGroup(), new GroupEvent.Opened(SampleGroup.Link, Instants.Evening))
            .When(new GroupCommand.Open("https://other.example/join", Instants.Evening))
            .ThenNothing();

    [Fact]
    public void Closed_group_does_not_open_again() =>
        Rules.Given(SampleGroup.OpenGroup(), new GroupEvent.Closed())
            .When(new GroupCommand.Open(SampleGroup.Link, Instants.Evening))
            .ThenNothing();

    [Theory]
    [InlineData(0, GroupState.Open)]
    [InlineData(2, GroupState.Open)]
    [InlineData(3, GroupState.Full)]
    [InlineData(4, GroupState.Full)]
    public void Group_with_members_opens_as_full_when_it_has_no_place(int members, GroupState expected)
    {
        var group = SampleGroup.PlannedGroup(capacity: 3) with { MemberCount = members };

        var open = new GroupCommand.Open(SampleGroup.Link, Instants.Evening);

        Assert.Equal(expected, Rules.Given(group).When(open).State.State);
    }

    [Fact]
    public void Group_keeps_the_instant_at_which_it_opened_first()
    {
        var later = Instants.Evening.AddDays(1);
        var group = Rules
            .Given(SampleGroup.PlannedGroup())
            .When(new GroupCommand.Open(SampleGroup.Link, Instants.Evening))
            .When(new GroupCommand.Edit(new GroupEdit(JoinUrl: new(null)), "小王", later))
            .When(new GroupCommand.Open(SampleGroup.Link, later))
            .State;

        Assert.Equal((GroupState.Open, Instants.Evening), (group.State, group.OpenedAt));
    }

    [Fact]
    public void Group_takes_members_only_while_it_is_open()
    {
        var outcome = Rules
            .Given(SampleGroup.PlannedGroup())
            .When(new GroupCommand.Open(SampleGroup.Link, Instants.Evening));
        Assert.True(outcome.State.TakesMembers);

        Assert.False(outcome.When(new GroupCommand.Close()).State.TakesMembers);
    }

    [Fact]
    public void Planned_group_can_be_dissolved() =>
        Rules.Given(SampleGroup.PlannedGroup())
            .When(new GroupCommand.Dissolve())
            .Then(new GroupEvent.DissolutionBegun());

    [Theory]
    [InlineData(GroupState.Planned)]
    [InlineData(GroupState.Open)]
    [InlineData(GroupState.Full)]
    [InlineData(GroupState.Closed)]
    [InlineData(GroupState.Dissolving)]
    public void Group_in_any_state_is_dissolved_when_the_platform_reports_it(GroupState state) =>
        Rules.Given(SampleGroup.OpenGroup() with { State = state })
            .When(new GroupCommand.ConfirmDissolved(Instants.Evening))
            .Then(new GroupEvent.Dissolved(Instants.Evening));

    [Theory]
    [Seeds(1, 20261120)]
    public void Group_state_only_moves_forward_and_dissolved_is_final(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var group = SampleGroup.PlannedGroup();
            foreach (var command in commands)
            {
                var outcome = Rules.Given(group).When(command);

                Assert.True(
                    outcome.State.State >= group.State, $"{group.State} became {outcome.State.State} by {command}");
                if (!group.IsAlive) Assert.Same(group, outcome.State);
                outcome.When(command).ThenNothing();
                group = outcome.State;
            }
        });
}
