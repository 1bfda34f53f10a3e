using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class MemberVersionRulesTests
{
    const int Changes = 8;

    [Fact]
    public void First_event_of_a_group_that_was_never_read_is_a_gap() =>
        Assert.Equal(VersionedEventUse.Reconcile, MemberVersionRules.Decide(MemberVersions.None, new("v1", "v2")));

    [Fact]
    public void Event_that_starts_from_what_is_held_is_applied() =>
        Assert.Equal(VersionedEventUse.Apply, MemberVersionRules.Decide(Held("v1"), new("v1", "v2")));

    [Fact]
    public void Event_that_leads_to_what_is_held_or_to_an_earlier_version_is_ignored()
    {
        var held = Held("v1").MoveTo("v2").MoveTo("v3");

        Assert.Equal(VersionedEventUse.Ignore, MemberVersionRules.Decide(held, new("v2", "v3")));
        Assert.Equal(VersionedEventUse.Ignore, MemberVersionRules.Decide(held, new("v1", "v2")));
    }

    [Fact]
    public void Event_after_a_lost_one_is_a_gap() =>
        Assert.Equal(VersionedEventUse.Reconcile, MemberVersionRules.Decide(Held("v1"), new("v2", "v3")));

    [Fact]
    public void List_that_was_read_late_hides_no_later_event()
    {
        var late = Held("v1").Read("v5").Read("v3");

        Assert.Equal("v3", late.Held);
        Assert.Equal(VersionedEventUse.Apply, MemberVersionRules.Decide(late.MoveTo("v4"), new("v4", "v5")));
    }

    [Fact]
    public void List_that_has_passed_is_not_taken_for_a_new_one() =>
        Assert.Equal("v3", Held("v1").MoveTo("v2").MoveTo("v3").Read("v2").Held);

    // The platform tells changes 1 to 8; any are lost, repeated and out of order. A gap reads what holds at that time.
    [Theory]
    [Seeds(1, 20261126)]
    public void Every_change_is_applied_once_or_contained_in_what_was_read(ulong seed) => Property.CheckSequences(
        seed,
        Gen.Choose(1, Changes),
        order =>
        {
            var (versions, position, newest) = (Held("v0"), 0, 0);
            foreach (var change in order)
            {
                newest = Math.Max(newest, change);
                switch (MemberVersionRules.Decide(versions, new($"v{change - 1}", $"v{change}")))
                {
                    case VersionedEventUse.Apply:
                        Assert.Equal(position + 1, change);
                        (versions, position) = (versions.MoveTo($"v{change}"), change);
                        break;
                    case VersionedEventUse.Reconcile:
                        (versions, position) = (versions.Read($"v{newest}"), newest);
                        break;
                    default:
                        Assert.True(change <= position);
                        break;
                }
            }

            Assert.Equal(newest, position);
        });

    [Fact]
    public void Number_of_earlier_versions_is_bounded()
    {
        var versions = Enumerable.Range(1, 200).Aggregate(MemberVersions.None, (held, n) => held.MoveTo($"v{n}"));

        Assert.Equal(MemberVersions.MaxEarlier, versions.Earlier.Count);
        Assert.Equal(("v200", "v199"), (versions.Held, versions.Earlier[0]));
    }

    static MemberVersions Held(string version) => MemberVersions.None.MoveTo(version);
}
