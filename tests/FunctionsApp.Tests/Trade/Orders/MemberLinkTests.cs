using System.Net;
using System.Text.Json.Nodes;
using Community.Trade.Orders;
using FunctionsApp.Selling.Links;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Selling.FlashSales;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Trade.Orders;

/// <summary>An app with a shop, whose links may lead to that shop.</summary>
public sealed class MemberLinkHost() : AppHost(new AppHostSetup { Settings = ShopSigner.Settings });

public sealed class MemberLinkTests(MemberLinkHost app) : IClassFixture<MemberLinkHost>
{
    [Fact]
    public async Task Members_own_link_is_made_once_and_earns_the_order_that_carries_no_code()
    {
        var (group, member, order) = (await app.GroupAsync(), app.NewId("u"), app.NewId("s"));
        await app.JoinAsync(group, member);
        var conversion = await app.PlanAsync([group]);

        var made = await MakeAsync($"conversions/{conversion.Id}", group, member);
        var again = await MakeAsync($"conversions/{conversion.Id}", group, member);

        var link = made.Expecting(HttpStatusCode.Created).As<MemberLinkView>();
        Assert.Equal(link, again.Expecting(HttpStatusCode.OK).As<MemberLinkView>());
        Assert.Equal($"https://brand.example.com/l/{link.Code}", link.Url);
        Assert.Equal((group, member, "https://shop.example/p/1"), (link.GroupId, link.MemberId, link.Target));
        await app.ClickAsync(link.Url);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.SendMessageAsync(
            "tea", ShopSigner.Standard(app, SampleShopMessages.Paid(order, app.Now, memberId: member)));
        var attribution = (await app.OrderAsync("tea", order)).Attribution;
        Assert.Equal(
            (AttributionMethod.LastClick, conversion.Id, group, member),
            (attribution.How, attribution.ConversionId, attribution.GroupId, attribution.MemberId));
    }

    [Fact]
    public async Task Another_page_of_the_product_gets_another_link()
    {
        var (group, member) = (await app.GroupAsync(), app.NewId("u"));
        await app.JoinAsync(group, member);
        var conversion = await app.PlanAsync([group]);
        var first = (await MakeAsync($"conversions/{conversion.Id}", group, member)).As<MemberLinkView>();
        var edit = new JsonObject { ["product"] = new JsonObject { ["url"] = "https://shop.example/p/2" } };
        (await app.SendAsync(HttpMethod.Patch, $"/api/conversions/{conversion.Id}", AppHost.Json(edit)))
            .Expecting(HttpStatusCode.OK);

        var second = (await MakeAsync($"conversions/{conversion.Id}", group, member))
            .Expecting(HttpStatusCode.Created)
            .As<MemberLinkView>();

        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal("https://shop.example/p/2", second.Target);
        Assert.Equal(
            $"https://shop.example/p/1?lc={first.Code}", (await app.GetAsync($"/l/{first.Code}")).Location);
    }

    [Fact]
    public async Task Unknown_conversion_group_and_member_are_refused()
    {
        var (group, other, member) = (await app.GroupAsync(), await app.GroupAsync(), app.NewId("u"));
        await app.JoinAsync(group, member);
        await app.JoinAsync(other, member);
        var conversion = await app.PlanAsync([group]);

        Assert.Equal(HttpStatusCode.NotFound, (await MakeAsync("conversions/none-such", group, member)).Status);
        ProblemAssert.Names(await MakeAsync($"conversions/{conversion.Id}", other, member), "groupId");
        ProblemAssert.Names(await MakeAsync($"conversions/{conversion.Id}", "none-such", member), "groupId");
        ProblemAssert.Names(await MakeAsync($"conversions/{conversion.Id}", group, "nobody"), "memberId");
        ProblemAssert.Names(await MakeAsync($"conversions/{conversion.Id}", group, "a/b"), "memberId");
        await app.LeaveAsync(group, member);
        ProblemAssert.Names(await MakeAsync($"conversions/{conversion.Id}", group, member), "memberId");
    }

    [Fact]
    public async Task Flash_sale_links_lead_to_the_page_of_a_wave()
    {
        var member = app.NewId("u");
        var sale = await app.SaleAsync(1, SampleBodies.JoinUrl, body => body["waves"] = app.Waves(70, 80));
        await app.JoinAsync(sale.GroupId, member);
        var path = $"flash-sales/{sale.Id}";

        var first = (await MakeAsync(path, sale.GroupId, member)).Expecting(HttpStatusCode.Created);
        var second = (await MakeAsync(path, sale.GroupId, member, wave: 2)).Expecting(HttpStatusCode.Created);

        Assert.Equal("https://shop.example/p/1", first.As<MemberLinkView>().Target);
        Assert.Equal("https://shop.example/p/2", second.As<MemberLinkView>().Target);
        await app.AdvanceAsync(TimeSpan.FromMinutes(85));
        Assert.Equal(
            second.As<MemberLinkView>(),
            (await MakeAsync(path, sale.GroupId, member)).Expecting(HttpStatusCode.OK).As<MemberLinkView>());
        ProblemAssert.Names(await MakeAsync(path, sale.GroupId, member, wave: 3), "wave");
        ProblemAssert.Names(await MakeAsync(path, sale.GroupId, member, wave: 0), "wave");
        Assert.Equal(
            HttpStatusCode.NotFound, (await MakeAsync("flash-sales/none-such", sale.GroupId, member)).Status);
    }

    Task<ApiAnswer> MakeAsync(string offer, string group, string member, int? wave = null)
    {
        var body = new JsonObject { ["groupId"] = group, ["memberId"] = member };
        if (wave is { } number) body["wave"] = number;
        return app.PostAsync($"/api/{offer}/links", body);
    }
}
