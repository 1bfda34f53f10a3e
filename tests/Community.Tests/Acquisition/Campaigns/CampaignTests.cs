using Community.Acquisition.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Campaigns;

public class CampaignTests
{
    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly DateTimeOffset Closes = Opens.AddDays(3);

    static readonly Campaign Drive = new("drive-1", "双十一", CampaignMode.PosterShare, Opens, Closes, ["a", "b", "c"], Opens.AddDays(-1));

    static readonly Gen<Campaign> Drives =
        from count in Gen.Choose(0, 6)
        from live in Gen.Choose(-3, 9)
        select Drive with { GroupIds = [.. Enumerable.Range(1, count).Select(number => $"tea-{number}")], LiveGroup = live };

    public static TheoryData<DateTimeOffset, CampaignState> Boundaries => new()
    {
        { Opens.AddTicks(-1), CampaignState.Planned },
        { Opens, CampaignState.Open },
        { Opens.ToUniversalTime(), CampaignState.Open },
        { Closes.AddTicks(-1), CampaignState.Open },
        { Closes, CampaignState.Closed },
        { DateTimeOffset.MaxValue, CampaignState.Closed },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_campaign_is_open_from_its_opening_instant_until_just_before_its_closing_one(DateTimeOffset now, CampaignState expected) =>
        Assert.Equal(expected, Drive.StateAt(now));

    [Theory]
    [InlineData(0, "a b c")]
    [InlineData(1, "b c a")]
    [InlineData(2, "c a b")]
    [InlineData(3, "a b c")]
    [InlineData(7, "a b c")]
    [InlineData(-1, "a b c")]
    public void A_place_is_looked_for_from_the_live_group_on_or_from_the_first_where_that_group_is_gone(int live, string expected) =>
        Assert.Equal(expected, string.Join(' ', (Drive with { LiveGroup = live }).GroupIdsFromLive()));

    [Theory]
    [Seeds(1, 20261120)]
    public void Every_group_is_looked_into_exactly_once(ulong seed) => Property.Check(seed, Drives, drive =>
        Assert.Equal(drive.GroupIds.Order(StringComparer.Ordinal), drive.GroupIdsFromLive().Order(StringComparer.Ordinal)));
}
