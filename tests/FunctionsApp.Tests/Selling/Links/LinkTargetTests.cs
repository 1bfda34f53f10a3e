using System.Net;
using System.Text.Json.Nodes;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Selling.Links;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Selling.Conversions;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Links;

/// <summary>An app whose links may lead to an ASCII host and to a Chinese one.</summary>
public sealed class ChineseShopHost() : AppHost(new AppHostSetup
{
    Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AllowedLinkHosts"] = "shop.example, 茶铺.example",
    },
});

public sealed class LinkTargetTests(ChineseShopHost app) : IClassFixture<ChineseShopHost>
{
    public static TheoryData<string, string> Targets { get; } = new()
    {
        {
            "https://shop.example/茶/1?名=龙井#图",
            "https://shop.example/%E8%8C%B6/1?%E5%90%8D=%E9%BE%99%E4%BA%95&lc={0}#%E5%9B%BE"
        },
        { "https://ｓｈｏｐ.example/p", "https://shop.example/p?lc={0}" },
        { "https://SHOP.example./p", "https://shop.example/p?lc={0}" },
        { "https://茶铺.example/p", "https://xn--cl1av77a.example/p?lc={0}" },
        { "https://xn--cl1av77a.example/p", "https://xn--cl1av77a.example/p?lc={0}" },
        { "https://新.茶铺.example:8443/p q", "https://xn--efv.xn--cl1av77a.example:8443/p%20q?lc={0}" },
        { "https://shop.example/%E8%8C%B6%2F1?a=%26", "https://shop.example/%E8%8C%B6%2F1?a=%26&lc={0}" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Click_leads_to_the_escaped_address(string target, string location)
    {
        var link = await LinkAsync(target);

        var click = await app.GetAsync($"/l/{link.Code}");

        Assert.Equal(
            (HttpStatusCode.Redirect, location.Replace("{0}", link.Code, StringComparison.Ordinal)),
            (click.Status, click.Location));
    }

    [Theory]
    [InlineData("https://evil.com／.shop.example/p")]
    [InlineData("https://evil.com。shop.example/p")]
    [InlineData("https://shop.example\u202e/p")]
    [InlineData("https://-.shop.example /p")]
    [InlineData("https://\u00ad.shop.example/p")]
    [InlineData("https://shop.example/\n")]
    [InlineData("https://shop.example/\u202egpj.html")]
    [InlineData("https://xn--a.evil.example/p")]
    [InlineData("/p/1")]
    [InlineData("")]
    public async Task Click_on_a_stored_link_that_cannot_be_followed_is_answered_and_not_counted(string target)
    {
        var link = await LinkAsync(target);

        var click = await app.GetAsync($"/l/{link.Code}");
        await app.RunUntilIdleAsync();

        var counted = await app.Services.GetRequiredService<ClickCountStore>().CountAsync(link.Offer);
        Assert.Equal(click.Status is HttpStatusCode.Redirect ? 1 : 0, counted.Values.Sum());
        if (click.Status is HttpStatusCode.Redirect)
            Assert.EndsWith("shop.example", new Uri(click.Location!).Host, StringComparison.Ordinal);
        else
            Assert.Equal(HttpStatusCode.Gone, click.Status);
    }

    [Theory]
    [InlineData("https://shop.example/\u202egpj.html")]
    [InlineData("https://shop.example/\u2066a")]
    [InlineData("https://shop.example/a\nb")]
    [InlineData("https://shop.example/a\tb")]
    [InlineData("https://shop.example/\u2028")]
    [InlineData("https://evil.com／.shop.example/p")]
    [InlineData("https://evil.example/茶")]
    public async Task Address_that_deceives_is_refused_by_name(string url)
    {
        var group = await app.GroupAsync();
        var body = ConversionBody(group, url);

        ProblemAssert.Names(await app.PostAsync("/api/conversions", body), "product.url");
    }

    [Fact]
    public async Task Conversion_keeps_the_escaped_address()
    {
        var body = ConversionBody(await app.GroupAsync(), "https://茶铺.example/茶");

        var made = (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Created);

        Assert.Equal(
            "https://xn--cl1av77a.example/%E8%8C%B6",
            (string?)JsonNode.Parse(made.Text)!["product"]!["url"]);
        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://work.weixin.qq.com/gm/\u202e1")]
    [InlineData("https://work.weixin.qq.com／.evil.example/gm/1\r\n")]
    public async Task Join_link_that_deceives_is_refused_by_name(string url)
    {
        var body = SampleBodies.Group(app.NewId("group"), null, "SuperUser", 200, url);

        ProblemAssert.Names(await app.PostAsync("/api/groups", body), "joinUrl");
    }

    JsonObject ConversionBody(string group, string url)
    {
        var body = ConversionClient.Conversion(app.NewId("conversion"), app.Now, group);
        body["product"]!["url"] = url;
        return body;
    }

    Task<TrackedLink> LinkAsync(string target) => app.Services.GetRequiredService<LinkStore>().EnsureAsync(
        new(new OfferReference(OfferKind.Conversion, app.NewId("offer")), "link", "tea-1", null, target, app.Now));
}
