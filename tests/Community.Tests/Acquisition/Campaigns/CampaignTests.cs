using Community.Acquisition.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Campaigns;

public class CampaignTests
{
    static readonly DateTimeOffset Opens = Instants.Evening;

    static readonly DateTimeOffset Closes = Opens.AddDays(3);

    static readonly Campaign Sample =
        new("drive-1", "双十一", CampaignMode.PosterShare, Opens, Closes, ["a", "b", "c"], Opens.AddDays(-1));

    static readonly Gen<Campaign> Samples =
        from count in Gen.Choose(0, 6)
        from live in Gen.Choose(-3, 9)
        let groups = Enumerable.Range(1, count).Select(number => $"tea-{number}")
        select Sample with { GroupIds = [.. groups], LiveGroup = live };

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
    public void Campaign_is_open_from_its_opening_until_just_before_its_closing(
        DateTimeOffset now, CampaignState expected) =>
        Assert.Equal(expected, Sample.StateAt(now));

    [Theory]
    [InlineData(0, "a b c")]
    [InlineData(1, "b c a")]
    [InlineData(2, "c a b")]
    [InlineData(3, "a b c")]
    [InlineData(7, "a b c")]
    [InlineData(-1, "a b c")]
    public void Search_for_a_group_starts_at_the_live_group_or_at_the_first(int live, string expected) =>
        Assert.Equal(expected, string.Join(' ', (Sample with { LiveGroup = live }).GroupIdsFromLive()));

    [Theory]
    [Seeds(1, 20261120)]
    public void Search_visits_every_group_once(ulong seed) => Property.Check(seed, Samples, campaign =>
        Assert.Equal(
            campaign.GroupIds.Order(StringComparer.Ordinal),
            campaign.GroupIdsFromLive().Order(StringComparer.Ordinal)));
}
