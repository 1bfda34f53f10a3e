using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class ScanEntryRulesTests
{
    static readonly Gen<ScanEntryGroup> Groups =
        from id in Gen.Choose(1, 9)
        from members in Gen.OneOf(Gen.Choose(0, 520), Gen.Elements(0, 199, 200, 201, 499, 500))
        from capacity in Gen.Elements(1, 200, 201, 500, 1000)
        from takes in Gen.Elements(true, true, false)
        select new ScanEntryGroup($"tea-{id}", members, capacity, takes);

    [Theory]
    [InlineData(199, 500, 200, true)]
    [InlineData(200, 500, 200, false)]
    [InlineData(200, 500, 500, true)]
    [InlineData(100, 100, 200, false)]
    [InlineData(500, 1000, 1000, false)]
    public void Entry_by_scan_ends_at_the_limit_the_capacity_or_the_most_members(
        int members, int capacity, int limit, bool expected) =>
        Assert.Equal(expected, ScanEntryRules.TakesScans(new("tea-1", members, capacity, true), limit));

    [Theory]
    [Seeds(1, 20261126)]
    public void First_group_that_takes_scans_is_found(ulong seed) =>
        Property.CheckSequences(seed, Groups, groups =>
        {
            var found = ScanEntryRules.Find(groups, ScanEntryRules.DefaultLimit);

            var before = groups.TakeWhile(group => group != found).ToList();
            Assert.All(before, group => Assert.False(ScanEntryRules.TakesScans(group, ScanEntryRules.DefaultLimit)));
            if (found is null) Assert.Equal(groups.Count, before.Count);
            else Assert.True(found is { TakesMembers: true, MemberCount: < ScanEntryRules.DefaultLimit });
        });
}
