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
        from naming in Field(Gen.Elements<GroupNaming?>(
            null, new GroupNaming(GroupNamePattern.RegionField, "杭州", "绿茶", 1)))
        from charter in Field(Charters)
        from welcome in Field(Gen.Elements<string?>(null, "{member} 来啦"))
        select new GroupEdit(name, capacity, joinUrl, owner, tags)
        {
            Naming = naming,
            Charter = charter,
            Texts = welcome.Map(text => new GroupTextsEdit(Welcome: new(text))),
        };

    static Gen<CharterEdit?> Charters =>
        from rhythm in Field(Gen.Elements<string?>(null, "每天早上九点一条"))
        from deputies in Field(Gen.Elements<IReadOnlyList<Deputy>?>(null, [], [new Deputy("li", "冲泡")]))
        from endsAt in Field(Gen.Elements<DateTimeOffset?>(null, Instants.Evening.AddDays(30)))
        from consequence in Field(Gen.Elements<ViolationConsequence?>(null, ViolationConsequence.Removal))
        select (CharterEdit?)new CharterEdit
        {
            Rhythm = rhythm,
            Deputies = deputies,
            EndsAt = endsAt,
            Consequence = consequence,
        };

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

    [Fact]
    public void Charter_is_edited_by_its_present_fields_and_the_history_tells_each()
    {
        var group = SampleGroup.OpenGroup();
        var edit = new CharterEdit
        {
            Benefits = new(["新茶试喝", "生日礼"]),
            Deputies = new([new Deputy("li", "冲泡")]),
            Goal = new(new GroupGoal("三个月喝懂绿茶", "能说出五种")),
            MembersHavePaid = new(true),
        };

        var outcome = Rules.Given(group).When(Edit(new GroupEdit { Charter = new(edit) }));

        var after = outcome.State.Charter;
        Assert.Equal((group.Charter.Service, group.Charter.Rules), (after.Service, after.Rules));
        Assert.Equal(["新茶试喝", "生日礼"], after.Benefits);
        Assert.Equal(
            "定位·福利：samples → 新茶试喝、生日礼；定位·成员付过费：无 → 付过；定位·副手：无 → li（冲泡）；"
            + "定位·共同目标：无 → 三个月喝懂绿茶、能说出五种",
            Assert.Single(outcome.Events.OfType<GroupEvent.ChangeRecorded>()).Change.What);
    }

    [Fact]
    public void End_of_a_flash_group_stays_and_another_end_must_come()
    {
        var end = Instants.Evening.AddDays(30);
        var flash = SampleGroup.OpenGroup() with { Kind = GroupKind.Flash };

        RefusedField("charter.endsAt", flash, EndingAt(end));
        RefusedField("charter.endsAt", SampleGroup.OpenGroup(), EndingAt(Instants.Evening));
        Assert.Equal(end, Rules.Given(SampleGroup.OpenGroup()).When(Edit(EndingAt(end))).State.Charter.EndsAt);
        Rules.Given(flash).When(Edit(EndingAt(null))).ThenNothing();
    }

    [Fact]
    public void Naming_gives_the_name_and_a_name_of_its_own_ends_it()
    {
        var naming = new GroupNaming(GroupNamePattern.BrandField, "茗山", "绿茶", 2);

        var named = Rules.Given(SampleGroup.OpenGroup()).When(Edit(new GroupEdit { Naming = new(naming) })).State;
        var renamed = Rules.Given(named).When(Edit(new GroupEdit(Name: new("老茶友")))).State;

        Assert.Equal(("茗山绿茶2群", naming), (named.Name, named.Naming));
        Assert.Equal("茗山绿茶3群", naming.Next().ToName());
        Assert.Equal(("老茶友", null), (renamed.Name, renamed.Naming));
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

    static GroupEdit EndingAt(DateTimeOffset? at) => new() { Charter = new(new CharterEdit { EndsAt = new(at) }) };

    static void RefusedField(string field, Group group, GroupEdit edit)
    {
        var happened = Assert.Single(Rules.Given(group).When(Edit(edit)).Events);
        Assert.Equal(field, Assert.IsType<GroupEvent.Refused>(happened).Refusal.Field);
    }

    static void Refused(Group group, GroupCommand command)
    {
        var outcome = Rules.Given(group).When(command);

        Assert.Equal(
            RefusalKind.Conflict, Assert.IsType<GroupEvent.Refused>(Assert.Single(outcome.Events)).Refusal.Kind);
        Assert.Same(group, outcome.State);
    }
}
