using Community.Selling.Links;
using Community.Selling.Offers;
using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Orders;

public class AttributionTests
{
    static readonly TimeSpan Window = Attribution.DefaultWindow;

    static readonly TrackedLink Link = new(
        "0123456789",
        "https://shop.example.com/tea",
        new OfferReference(OfferKind.Conversion, "spring"),
        "link",
        "tea-1",
        "u1",
        Instants.Evening);

    static readonly TrackedLink Other = Link with
    {
        Code = "abcdefghjk",
        Offer = new OfferReference(OfferKind.FlashSale, "tonight"),
        GroupId = "tea-2",
        MemberId = "u2",
    };

    static readonly Payment Price = new(5_990, "CNY", Instants.Evening, Instants.Evening);

    static Gen<MemberClick?> Clicks => Gen.OneOf(
        Gen.Constant<MemberClick?>(null),
        Gen.Choose(-100, 100).Select(hours => (MemberClick?)new MemberClick(Other, Instants.Evening.AddHours(hours))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Order_with_a_link_is_attributed_to_it_and_not_to_the_last_click(ulong seed) =>
        Property.Check(seed, Clicks, click => Assert.Equal(
            (AttributionMethod.LinkCode, Link.Offer, "tea-1", "u1"),
            Summary(Attribution.From(Price, Link, click, Window))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Order_without_a_link_is_attributed_to_the_last_click_within_the_window_before_the_payment(ulong seed) =>
        Property.Check(seed, Clicks, click =>
        {
            var attribution = Attribution.From(Price, link: null, click, Window);
            var within = click is not null && click.At <= Price.PaidAt && click.At >= Price.PaidAt - Window;

            Assert.Equal(
                within
                    ? (AttributionMethod.LastClick, Other.Offer, "tea-2", "u2")
                    : (AttributionMethod.None, null, null, null),
                Summary(attribution));
            Assert.Equal(within ? click!.At : null, attribution.ClickAt);
        });

    [Fact]
    public void Attribution_to_a_link_has_the_time_of_its_click()
    {
        var click = new MemberClick(Link, Instants.Evening.AddHours(-1));

        Assert.Equal(click.At, Attribution.From(Price, Link, click, Window).ClickAt);
    }

    static (AttributionMethod, OfferReference?, string?, string?) Summary(Attribution attribution) =>
        (attribution.Method, attribution.Offer, attribution.GroupId, attribution.MemberId);
}
