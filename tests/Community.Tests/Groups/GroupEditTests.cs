using Community.Groups;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Groups;

public class GroupEditTests
{
    static readonly Decider<GroupCommand, Group, GroupEvent> Rules = new(GroupRules.Decide, GroupRules.Evolve);

    static readonly Gen<GroupEdit> Edits =
        from name in Field(Gen.Elements<string?>("茶友 1 群", "茶友 2 群"))
        from capacity in Field(Gen.Elements<int?>(2, 3, 4))
        from joinUrl in Field(Gen.Elements<string?>(null, SampleGroup.Link, "https://other.example/join"))
        from owner in Field(Gen.Elements<string?>(null, "zhou", "li"))
        from tags in Field(Gen.Elements<IReadOnlyList<string>?>(null, ["春茶"], ["春茶", "老客"]))
        select new GroupEdit(name, capacity, joinUrl, owner, tags);

    [Fact]
    public void Edit_changes_the_present_fields_and_records_them_in_one_entry()
    {
        var edit = new GroupEdit(Name: new("茶友 2 群"), Capacity: new(300), Owner: new("zhou"), Tags: new(["春茶"]));

        Rules.Given(SampleGroup.OpenGroup()).When(Edit(edit)).Then(
            new GroupEvent.Renamed("茶友 2 群"),
            new GroupEvent.CapacityChanged(300),
            new GroupEvent.OwnerChanged("zhou"),
            new GroupEvent.TagsChanged(edit.Tags.Value!),
            new GroupEvent.ChangeRecorded(new GroupChange(
                Instants.Evening,
                "小王",
                "群名称：茶友 1 群 → 茶友 2 群；人数上限：200 → 300；负责人：无 → zhou；标签：无 → 春茶")));
    }

    [Fact]
    public void Edit_that_changes_nothing_has_no_events()
    {
        var group = SampleGroup.OpenGroup() with { Owner = "zhou", Tags = ["春茶"] };
        var same = new GroupEdit(
            new(group.Name), new(group.Capacity), new(group.JoinUrl), new(group.Owner), new(["春茶"]));

        Rules.Given(group).When(Edit(new GroupEdit())).ThenNothing();
        Rules.Given(group).When(Edit(same)).ThenNothing();
    }

    [Fact]
    public void Null_clears_owner_tags_and_join_link()
    {
        var group = SampleGroup.OpenGroup() with { Owner = "zhou", Tags = ["春茶"] };
        var nothing = new GroupEdit(JoinUrl: new(null), Owner: new(null), Tags: new(null));

        var after = Rules.Given(group).When(Edit(nothing)).State;

        Assert.Equal((null, null, GroupState.Planned), (after.JoinUrl, after.Owner, after.State));
        Assert.Empty(after.Tags);
    }

    [Theory]
    [InlineData(GroupState.Open, 3, GroupState.Full)]
    [InlineData(GroupState.Full, 4, GroupState.Open)]
    [InlineData(GroupState.Planned, 3, GroupState.Planned)]
    [InlineData(GroupState.Closed, 3, GroupState.Closed)]
    public void Capacity_decides_whether_a_group_with_a_join_link_is_full(
        GroupState before, int capacity, GroupState after)
    {
        var group = SampleGroup.OpenGroup() with { State = before, MemberCount = 3 };

        Assert.Equal(after, Rules.Given(group).When(Edit(new GroupEdit(Capacity: new(capacity)))).State.State);
    }

    [Theory]
    [InlineData(2, GroupState.Open)]
    [InlineData(3, GroupState.Full)]
    public void Planned_group_opens_when_it_gets_a_join_link(int members, GroupState expected)
    {
        var group = SampleGroup.PlannedGroup(capacity: 3) with { MemberCount = members };

        var edit = Edit(new GroupEdit(JoinUrl: new(SampleGroup.Link)));
        Assert.Equal(expected, Rules.Given(group).When(edit).State.State);
    }

    [Fact]
    public void Capacity_below_the_present_members_is_refused() =>
        Refused(SampleGroup.OpenGroup() with { MemberCount = 4 }, Edit(new GroupEdit(Capacity: new(3))));

    [Fact]
    public void Dissolved_group_is_neither_edited_nor_ended()
    {
        var dissolved = SampleGroup.OpenGroup() with { State = GroupState.Dissolved };

        Refused(dissolved, Edit(new GroupEdit(Name: new("茶友 2 群"))));
        Refused(dissolved, new GroupCommand.End("小王", "活动取消", Instants.Evening));
    }

    [Fact]
    public void Group_is_ended_once_and_its_code_is_closed()
    {
        var end = new GroupCommand.End("小王", "活动取消", Instants.Evening);

        Rules.Given(SampleGroup.OpenGroup()).When(end).Then(
            new GroupEvent.EndRequested(Instants.Evening),
            new GroupEvent.Closed(),
            new GroupEvent.ChangeRecorded(
                new GroupChange(Instants.Evening, "小王", "提前结束本群，原因：活动取消")))
            .When(end with { At = Instants.Evening.AddHours(1) }).ThenNothing();
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Repeated_edit_changes_nothing_and_every_change_is_one_entry(ulong seed) =>
        Property.CheckSequences(seed, Edits, edits =>
        {
            var group = SampleGroup.OpenGroup(capacity: 3) with { MemberCount = 2 };
            foreach (var edit in edits)
            {
                var outcome = Rules.Given(group).When(Edit(edit));
                var after = outcome.State;

                Assert.Equal(after.Changes - group.Changes, outcome.Events.OfType<GroupEvent.ChangeRecorded>().Count());
                Assert.Equal(after == group, after.Changes == group.Changes);
                Assert.Equal(edit.Owner.Or(group.Owner), after.Owner);
                Assert.Equal(after.JoinUrl is null, after.State is GroupState.Planned);
                Assert.Equal(
                    after.MemberCount >= after.Capacity && after.JoinUrl is not null,
                    after.State is GroupState.Full);
                outcome.When(Edit(edit)).ThenNothing();
                group = after;
            }
        });

    static Gen<Optional<T>> Field<T>(Gen<T> values) =>
        Gen.OneOf(Gen.Constant(default(Optional<T>)), values.Select(value => new Optional<T>(value)));

    static GroupCommand.Edit Edit(GroupEdit fields) => new(fields, "小王", Instants.Evening);

    static void Refused(Group group, GroupCommand command)
    {
        var outcome = Rules.Given(group).When(command);

        Assert.Equal(
            RefusalKind.Conflict, Assert.IsType<GroupEvent.Refused>(Assert.Single(outcome.Events)).Refusal.Kind);
        Assert.Same(group, outcome.State);
    }
}
