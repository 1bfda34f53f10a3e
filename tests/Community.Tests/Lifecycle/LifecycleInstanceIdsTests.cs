using Community.Lifecycle;
using Community.Tests.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Lifecycle;

public class LifecycleInstanceIdsTests
{
    // learn.microsoft.com, Durable orchestrations, "Orchestration identity".
    const int MaxInstanceId = 100;

    static readonly Gen<(string Group, string Member)> Memberships = SampleIds.GroupIds.Zip(SampleIds.MemberIds);

    [Theory]
    [InlineData("tea-1", "wmAbc", "onboarding-tea-1-wmAbc")]
    [InlineData("tea", "1-wm", "onboarding-tea-1~2dwm")]
    [InlineData("tea-1", "wm", "onboarding-tea-1-wm")]
    [InlineData("tea", "~2d", "onboarding-tea-~7e2d")]
    [InlineData("tea", "小王", "onboarding-tea-~~f5c982ae4094ef290746d86583413982")]
    public void Onboarding_id_consists_of_group_and_member(string group, string member, string expected) =>
        Assert.Equal(expected, LifecycleInstanceIds.Onboarding(group, member));

    [Theory]
    [Seeds(1, 20261120)]
    public void Different_onboardings_have_different_ids(ulong seed) =>
        Property.CheckSequences(seed, Memberships, memberships =>
        {
            var ids = memberships.Select(membership =>
                LifecycleInstanceIds.Onboarding(membership.Group, membership.Member));

            Assert.Equal(memberships.Distinct().Count(), ids.Distinct(StringComparer.Ordinal).Count());
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Onboarding_id_satisfies_the_limits_of_the_host(ulong seed) =>
        Property.Check(seed, Memberships, membership =>
        {
            var id = LifecycleInstanceIds.Onboarding(membership.Group, membership.Member);

            Assert.InRange(id.Length, 1, MaxInstanceId);
            Assert.All(id, character => Assert.InRange(character, ' ', '~'));
        });

    [Fact]
    public void Each_orchestration_has_its_own_ids()
    {
        Assert.Equal("flash-group-1", LifecycleInstanceIds.FlashGroup("1"));
        Assert.Equal("charter-deadline-1", LifecycleInstanceIds.CharterDeadline("1"));
    }
}
