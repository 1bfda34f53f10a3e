using Community.Groups;
using Community.Groups.Members;

namespace Community.Tests.Groups.Members;

public class AttendanceTests
{
    static readonly Decider<AttendanceCommand, Attendance, AttendanceEvent> Rules = new(AttendanceRules.Decide, AttendanceRules.Evolve);

    static readonly DateTimeOffset Noon = Instants.Evening.AddHours(-8);

    static readonly AttendanceCommand.Join Join = new("小王", "c1", "m9", Noon);

    static readonly AttendanceEvent.Joined Joined = new("小王", "c1", "m9", Noon);

    [Fact]
    public void A_person_who_comes_in_is_a_member_with_the_code_that_led_them()
    {
        var outcome = Rules.Given(Newcomer()).When(Join).Then(Joined);

        Assert.Equal(("小王", "c1", "m9"), (outcome.State.Member.Name, outcome.State.Member.Code, outcome.State.Member.InvitedBy));
        Assert.Equal(1, outcome.State.Group.MemberCount);
    }

    [Fact]
    public void The_member_who_takes_the_last_place_fills_the_group() =>
        Rules.Given(Newcomer(capacity: 3, present: 2)).When(Join).Then(Joined, new AttendanceEvent.GroupFilled());

    [Fact]
    public void A_join_that_finds_no_place_is_an_overflow() =>
        Rules.Given(Newcomer(capacity: 3, present: 3, GroupState.Full)).When(Join).Then(Joined, new AttendanceEvent.Overfilled());

    [Fact]
    public void Leaving_a_full_group_frees_a_place() =>
        Rules.Given(Newcomer(capacity: 3, present: 2), Joined, new AttendanceEvent.GroupFilled())
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .Then(new AttendanceEvent.Left(Noon.AddMinutes(1)), new AttendanceEvent.PlaceFreed());

    [Fact]
    public void Leaving_an_overfull_group_frees_no_place() =>
        Rules.Given(Newcomer(capacity: 3, present: 3, GroupState.Full), Joined)
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .Then(new AttendanceEvent.Left(Noon.AddMinutes(1)));

    [Fact]
    public void A_join_and_a_leave_of_the_same_instant_mean_gone() =>
        Assert.False(Rules.Given(Newcomer()).When(new AttendanceCommand.Leave(Noon)).When(Join).State.Member.IsPresent);

    [Fact]
    public void A_join_that_is_heard_of_after_the_later_leave_takes_no_place() =>
        Assert.Equal(0, Rules.Given(Newcomer()).When(new AttendanceCommand.Leave(Noon.AddMinutes(1))).When(Join).State.Group.MemberCount);

    [Fact]
    public void A_card_name_outlives_news_of_the_join_before_it()
    {
        var outcome = Rules.Given(Newcomer()).When(new AttendanceCommand.Rename("小王-上海", Noon.AddMinutes(1))).When(Join);

        Assert.Equal("小王-上海", outcome.State.Member.Name);
    }

    [Fact]
    public void A_card_name_of_an_earlier_stay_does_not_name_the_member_whenever_it_is_heard_of()
    {
        var outcome = Rules.Given(Newcomer()).When(Join).When(new AttendanceCommand.Rename("小王-上海", Noon.AddMinutes(-1)));

        Assert.Equal("小王", outcome.State.Member.Name);
        Assert.False(outcome.State.Member.HasCardName);
    }

    [Fact]
    public void A_card_name_set_in_the_second_of_the_join_is_the_later_of_the_two()
    {
        var rename = new AttendanceCommand.Rename("小王-上海", Noon);

        Assert.Equal("小王-上海", Rules.Given(Newcomer()).When(rename).When(Join).State.Member.Name);
        Assert.Equal("小王-上海", Rules.Given(Newcomer()).When(Join).When(rename).State.Member.Name);
    }

    [Fact]
    public void Of_two_reports_of_one_join_the_one_that_knows_the_code_counts_whichever_comes_first()
    {
        var withoutCode = Join with { Code = null, InvitedBy = null };

        Assert.Equal("c1", Rules.Given(Newcomer()).When(withoutCode).When(Join).State.Member.Code);
        Assert.Equal("c1", Rules.Given(Newcomer()).When(Join).When(withoutCode).State.Member.Code);
    }

    [Fact]
    public void The_earliest_introduction_counts_even_if_it_is_heard_of_last()
    {
        var outcome = Rules.Given(Newcomer())
            .When(new AttendanceCommand.Introduce(["茶"], Noon.AddMinutes(1)))
            .When(new AttendanceCommand.Introduce(["咖啡"], Noon));

        Assert.Equal(["咖啡"], outcome.State.Member.Interests);
    }

    [Fact]
    public void A_member_who_comes_back_after_a_while_counts_once()
    {
        var outcome = Rules.Given(Newcomer(), Joined)
            .When(new AttendanceCommand.Leave(Noon.AddMinutes(1)))
            .When(Join with { At = Noon.AddMinutes(2) });

        Assert.Equal(1, outcome.State.Group.MemberCount);
    }

    static Attendance Newcomer(int capacity = 200, int present = 0, GroupState state = GroupState.Open) =>
        new(SampleGroup.OpenGroup(capacity) with { MemberCount = present, State = state }, new Member("tea-1", "m1"));
}
