using Community.Selling.Links;
using Community.Selling.Offers;

namespace Community.Tests.Selling.Links;

public class TrackedLinkTests
{
    [Theory]
    [InlineData("https://shop.example/p/1", "https://shop.example/p/1?lc=0123456789")]
    [InlineData("https://shop.example/p?id=1", "https://shop.example/p?id=1&lc=0123456789")]
    [InlineData("https://shop.example/p#reviews", "https://shop.example/p?lc=0123456789#reviews")]
    [InlineData("https://shop.example/p?id=1#r?s", "https://shop.example/p?id=1&lc=0123456789#r?s")]
    public void The_destination_carries_the_code_in_its_query(string target, string destination)
    {
        var link = new TrackedLink(
            "0123456789",
            target,
            new OfferReference(OfferKind.Conversion, "tea"),
            "link",
            "tea-1",
            MemberId: null,
            Instants.Evening);

        Assert.Equal(destination, link.Destination);
    }
}
