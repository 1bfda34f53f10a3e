using Community.Groups;
using Community.Groups.Members;

namespace Community.Tests.Groups.Members;

public class AttendanceTests
{
    static readonly Decider<AttendanceCommand, Attendance, AttendanceEvent> Rules =
        new(AttendanceRules.Decide, AttendanceRules.Evolve);

    static readonly DateTimeOffset Noon = Instants.Evening.AddHours(-8);

    static readonly AttendanceCommand.Join Join = new("小王", "c1", "m9", Noon);

    static readonly AttendanceEvent.Joined Joined = new("小王", "c1", "m9", Noon);

    [Fact]
    public void Person_who_joins_is_a_member_with_the_code_of_the_join()
    {
        var outcome = Rules.Given(Newcomer()).When(Join).Then(Joined);

        var member = outcome.State.Member;
        Assert.Equal(("小王", "c1", "m9"), (member.Name, member.Code, member.InvitedBy));
        Assert.Equal(1, outcome.State.Group.MemberCount);
    }

    [Fact]
    public void Member_who_takes_the_last_place_fills_the_group() =>
        Rules.Given(Newcomer(capacity: 3, present: 2)).When(Join).Then(Joined, new AttendanceEvent.GroupFilled());

    [Fact]
    public void Join_without_a_free_place_is_an_overflow() =>
        Rules.Given(Newcomer(capacity: 3, present: 3, GroupState.Full))
            .When(Join)
            .Then(Joined, new AttendanceEvent.Overfilled());

    [Fact]
    public void Leave_from_a_full_group_frees_a_place() =>
        Rules.Given(Newcomer(capacity: 3, present: 2), Joined, new AttendanceEvent.GroupFilled())
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .Then(new AttendanceEvent.Left(Noon.AddMinutes(1)), new AttendanceEvent.PlaceFreed());

    [Fact]
    public void Leave_from_an_overfull_group_frees_no_place() =>
        Rules.Given(Newcomer(capacity: 3, present: 3, GroupState.Full), Joined)
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .Then(new AttendanceEvent.Left(Noon.AddMinutes(1)));

    [Fact]
    public void Join_and_leave_at_the_same_instant_make_the_member_absent() =>
        Assert.False(Rules.Given(Newcomer()).When(new AttendanceCommand.Leave(Noon)).When(Join).State.Member.IsPresent);

    [Fact]
    public void Join_that_arrives_after_a_later_leave_takes_no_place()
    {
        var outcome = Rules.Given(Newcomer()).When(new AttendanceCommand.Leave(Noon.AddMinutes(1))).When(Join);

        Assert.Equal(0, outcome.State.Group.MemberCount);
    }

    [Fact]
    public void Card_name_is_kept_when_the_earlier_join_arrives_late()
    {
        var outcome = Rules.Given(Newcomer())
            .When(new AttendanceCommand.Rename("小王-上海", Noon.AddMinutes(1)))
            .When(Join);

        Assert.Equal("小王-上海", outcome.State.Member.Name);
    }

    [Fact]
    public void Card_name_of_an_earlier_stay_is_not_used()
    {
        var outcome = Rules.Given(Newcomer())
            .When(Join)
            .When(new AttendanceCommand.Rename("小王-上海", Noon.AddMinutes(-1)));

        Assert.Equal("小王", outcome.State.Member.Name);
        Assert.False(outcome.State.Member.HasCardName);
    }

    [Fact]
    public void Card_name_set_at_the_instant_of_the_join_counts_as_later()
    {
        var rename = new AttendanceCommand.Rename("小王-上海", Noon);

        Assert.Equal("小王-上海", Rules.Given(Newcomer()).When(rename).When(Join).State.Member.Name);
        Assert.Equal("小王-上海", Rules.Given(Newcomer()).When(Join).When(rename).State.Member.Name);
    }

    [Fact]
    public void Report_with_the_code_counts_when_a_join_is_reported_twice()
    {
        var withoutCode = Join with { Code = null, InvitedBy = null };

        Assert.Equal("c1", Rules.Given(Newcomer()).When(withoutCode).When(Join).State.Member.Code);
        Assert.Equal("c1", Rules.Given(Newcomer()).When(Join).When(withoutCode).State.Member.Code);
    }

    [Fact]
    public void Earliest_introduction_counts_even_when_it_arrives_last()
    {
        var outcome = Rules.Given(Newcomer())
            .When(new AttendanceCommand.Introduce(["茶"], Noon.AddMinutes(1)))
            .When(new AttendanceCommand.Introduce(["咖啡"], Noon));

        Assert.Equal(["咖啡"], outcome.State.Member.Interests);
    }

    [Fact]
    public void Member_who_returns_counts_once()
    {
        var outcome = Rules.Given(Newcomer(), Joined)
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .When(Join with { At = Noon.AddMinutes(2) });

        Assert.Equal(1, outcome.State.Group.MemberCount);
    }

    static Attendance Newcomer(int capacity = 200, int present = 0, GroupState state = GroupState.Open) =>
        new(SampleGroup.OpenGroup(capacity) with { MemberCount = present, State = state }, new Member("tea-1", "m1"));
}
