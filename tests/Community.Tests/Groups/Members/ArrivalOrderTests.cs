using Community.Groups;

namespace Community.Tests.Groups.Members;

public class ArrivalOrderTests
{
    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Order_and_repetition_of_reports_do_not_change_members_or_count(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var one = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), reports);
            var other = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), SampleAttendance.InAnotherOrder(reports));

            Assert.Equal(one.Members, other.Members);
            Assert.Equal(one.Group.MemberCount, other.Group.MemberCount);
            Assert.Equal(one.Group.State, other.Group.State);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Member_count_equals_the_present_members_after_each_report(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var model = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            foreach (var report in reports)
            {
                model.Record(report);
                Assert.Equal(model.Present, model.Group.MemberCount);
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Group_is_full_exactly_when_every_place_is_taken(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var model = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            foreach (var report in reports)
            {
                model.Record(report);
                Assert.Equal(model.Present >= 2 ? GroupState.Full : GroupState.Open, model.Group.State);
            }
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Overflow_counts_the_joins_without_a_free_place(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var model = new GroupModel(SampleGroup.OpenGroup(capacity: 2));
            var withoutPlace = 0;
            foreach (var report in reports)
            {
                var before = model.Present;
                model.Record(report);
                if (model.Present > before && before >= 2) withoutPlace++;
            }

            Assert.Equal(withoutPlace, model.Group.Overflow);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Repeated_report_has_no_effect_at_any_later_time(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var model = GroupModel.After(SampleGroup.OpenGroup(capacity: 2), reports);

            Assert.All(reports, report => Assert.Empty(model.Record(report)));
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Closed_group_stays_closed_when_members_join_and_leave(ulong seed) =>
        Property.CheckSequences(seed, SampleAttendance.Any, reports =>
        {
            var closed = SampleGroup.OpenGroup(capacity: 2) with { State = GroupState.Closed };

            Assert.Equal(GroupState.Closed, GroupModel.After(closed, reports).Group.State);
        });
}
