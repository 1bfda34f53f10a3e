using Community.Groups;

namespace Community.Tests.Groups;

public class CharterWarningTests
{
    static readonly Charter Whole = SampleGroup.OpenGroup().Charter with
    {
        MembersHavePaid = true,
        Deputies = [new Deputy("li", "冲泡")],
        Rhythm = "每天早上九点一条",
        Goal = new GroupGoal("喝懂绿茶", "能说出五种"),
        ReviewAt = Instants.Evening.AddDays(90),
    };

    [Fact]
    public void Group_without_any_of_it_is_warned_about_each_field() => Assert.Equal(
        [
            "owner", "charter.deputies", "charter.membersHavePaid", "charter.rhythm", "charter.goal",
            "charter.reviewAt",
        ],
        CharterWarnings.Of(SampleGroup.OpenGroup()).Select(warning => warning.Field));

    [Fact]
    public void Whole_charter_has_no_warning()
    {
        var group = SampleGroup.OpenGroup() with { Owner = "zhou", Charter = Whole };

        Assert.Empty(CharterWarnings.Of(group));
        var ending = Whole with { ReviewAt = null, EndsAt = Whole.ReviewAt };
        Assert.Empty(CharterWarnings.Of(group with { Charter = ending }));
    }

    [Fact]
    public void Lasting_group_of_people_who_have_paid_nothing_is_told_the_reason_and_the_alternative()
    {
        var group = SampleGroup.OpenGroup() with { Owner = "zhou", Charter = Whole with { MembersHavePaid = false } };

        var warning = Assert.Single(CharterWarnings.Of(group));

        Assert.Equal("charter.membersHavePaid", warning.Field);
        Assert.Contains("没付过费", warning.Text, StringComparison.Ordinal);
        Assert.Contains("快闪群", warning.Text, StringComparison.Ordinal);
        Assert.Empty(CharterWarnings.Of(group with { Kind = GroupKind.Flash }));
    }

    [Fact]
    public void Dissolved_group_is_not_warned_about() =>
        Assert.Empty(CharterWarnings.Of(SampleGroup.OpenGroup() with { State = GroupState.Dissolved }));
}
