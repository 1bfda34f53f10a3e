using Community.Messaging.Channels.WeCom;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class ScanEntryRulesTests
{
    [Theory]
    [InlineData(199, 500, 200, true)]
    [InlineData(200, 500, 200, false)]
    [InlineData(200, 500, 500, true)]
    [InlineData(100, 100, 200, false)]
    [InlineData(500, 1000, 1000, false)]
    public void Entry_by_scan_ends_at_the_limit_the_capacity_or_the_most_members(
        int members, int capacity, int limit, bool expected) =>
        Assert.Equal(expected, ScanEntryRules.TakesScans(new("tea-1", members, capacity, true), limit));
}
