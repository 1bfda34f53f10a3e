using Community.Groups;

namespace Community.Tests.Groups.Members;

public class ArrivalOrderTests
{
    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Every_order_and_repetition_of_the_same_news_ends_in_the_same_members_and_count(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var one = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), news);
            var other = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), SampleAttendance.InAnotherOrder(news));

            Assert.Equal(one.Members, other.Members);
            Assert.Equal(one.Group.MemberCount, other.Group.MemberCount);
            Assert.Equal(one.Group.State, other.Group.State);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void The_count_is_the_number_of_members_present_after_each_piece_of_news(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var room = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            foreach (var told in news)
            {
                room.Record(told);
                Assert.Equal(room.Present, room.Group.MemberCount);
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void A_group_that_lets_people_in_is_full_exactly_when_every_place_is_taken(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var room = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            foreach (var told in news)
            {
                room.Record(told);
                Assert.Equal(room.Present >= 2 ? GroupState.Full : GroupState.Open, room.Group.State);
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Overflow_counts_the_joins_that_found_no_place(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var room = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            var withoutPlace = 0;
            foreach (var told in news)
            {
                var before = room.Present;
                room.Record(told);
                if (room.Present > before && before >= 2) withoutPlace++;
            }

            Assert.Equal(withoutPlace, room.Group.Overflow);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void News_that_is_told_again_at_any_later_time_causes_nothing(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var room = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), news);

            Assert.All(news, told => Assert.Empty(room.Record(told)));
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void People_may_come_and_go_while_a_closed_group_stays_closed(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, news =>
        {
            var closed = SampleGroup.OpenGroup(capacity: 2) with { State = GroupState.Closed };

            Assert.Equal(GroupState.Closed, GroupModel.After(closed, news).Group.State);
        });
}
