using Community.Selling.Links;
using Community.Selling.Offers;
using Community.Trade.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Trade.Orders;

public class LateClickTests
{
    static readonly TimeSpan Window = Attribution.DefaultWindow;
    static readonly Payment Paid = new(5_990, "CNY", Instants.Evening, Instants.Evening);

    static Gen<MemberClick> Clicks => Gen.Choose(-100, 20).Select(hours => new MemberClick(
        new TrackedLink(
            $"code-{hours}",
            "https://shop.example/",
            new OfferReference(OfferKind.Conversion, $"offer-{hours}"),
            "link",
            "tea-1",
            "u1",
            Instants.Evening),
        Instants.Evening.AddHours(hours)));

    [Theory]
    [Seeds(1, 20261126)]
    public void Clicks_in_any_order_end_in_the_last_one_within_the_window_before_the_payment(ulong seed) =>
        Property.CheckSequences(seed, Clicks, clicks =>
        {
            List<MemberClick> known = [];
            var attribution = Attribution.Unknown;
            foreach (var click in clicks)
            {
                known.Add(click);
                var last = known.Where(one => one.At <= Paid.PaidAt).MaxBy(one => one.At);
                attribution = attribution.Revise(Attribution.From(Paid, link: null, last, Window));
            }

            var expected = clicks
                .Where(click => click.At <= Paid.PaidAt && click.At >= Paid.PaidAt - Window)
                .MaxBy(click => click.At);
            Assert.Equal(expected?.Link.Offer, attribution.Offer);
            Assert.Equal(expected?.At, attribution.ClickAt);
        });

    [Theory]
    [Seeds(1, 20261126)]
    public void Click_changes_nothing_about_an_order_with_a_code(ulong seed) =>
        Property.Check(seed, Clicks, click =>
        {
            var attribution = Attribution.From(Paid, click.Link, lastClick: null, Window);

            Assert.Same(attribution, attribution.Revise(Attribution.From(Paid, click.Link, click, Window)));
        });
}
