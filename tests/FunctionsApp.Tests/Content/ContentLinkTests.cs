using System.Text.Json.Nodes;
using Community.Content;
using Community.Messaging.Deliveries;
using FunctionsApp.Content.Library;
using FunctionsApp.Content.Sending;
using FunctionsApp.Selling.Links;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Content;

public sealed class ContentLinkTests(AppHost app) : IClassFixture<AppHost>
{
    ContentLinkService Links => app.Services.GetRequiredService<ContentLinkService>();

    [Fact]
    public async Task Link_is_one_for_each_item_variant_group_and_occurrence()
    {
        var (item, other) = (await ItemAsync(), await ItemAsync());
        var links = new[]
        {
            await Links.GetOrCreateAsync(item, 1, "tea-1", "push-1"),
            await Links.GetOrCreateAsync(other, 1, "tea-1", "push-1"),
            await Links.GetOrCreateAsync(item, 2, "tea-1", "push-1"),
            await Links.GetOrCreateAsync(item, 1, "tea-2", "push-1"),
            await Links.GetOrCreateAsync(item, 1, "tea-1", "push-2"),
        };

        var again = await Links.GetOrCreateAsync(item, 1, "tea-1", "push-1");

        Assert.Equal(links[0]!.Code, again!.Code);
        Assert.Equal(links.Length, links.Select(link => link!.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(links, link => Assert.Equal("https://shop.example/a", link!.Target));
    }

    [Fact]
    public async Task Item_without_a_page_has_no_link()
    {
        var item = await ItemAsync();
        var body = item.Body with { Attachments = [] };

        Assert.Null(await Links.GetOrCreateAsync(item with { Body = body }, 1, "tea-1", "push-1"));
    }

    [Fact]
    public async Task Each_page_is_tracked_and_the_first_is_the_link_of_the_text()
    {
        var item = await ItemAsync();
        var second = new Attachment(AttachmentType.Link, "二", "https://shop.example/b");
        var image = new Attachment(AttachmentType.Image, "图", "https://shop.example/c.png");
        var both = item with { Body = item.Body with { Attachments = [image, item.Body.Attachments[0], second] } };

        var tracked = await Links.TrackAsync(both, 1, "tea-1", "push-1");

        var link = await Links.GetOrCreateAsync(both, 1, "tea-1", "push-1");
        Assert.Equal(image, tracked[0]);
        Assert.Equal(item.LinkBase + link!.Code, tracked[1].Url);
        Assert.Equal("https://shop.example/b", (await FindAsync(tracked[2].Url))!.Target);
    }

    [Fact]
    public async Task Clicks_of_occurrences_are_counted_apart()
    {
        var item = await ItemAsync();
        var (today, tomorrow) = (app.NewId("push"), app.NewId("push"));
        var first = await Links.GetOrCreateAsync(item, 1, "tea-1", today);
        var second = await Links.GetOrCreateAsync(item, 1, "tea-1", tomorrow);

        foreach (var code in new[] { first!.Code, first.Code, second!.Code }) await app.GetAsync($"/l/{code}");
        await app.RunUntilIdleAsync();

        var counts = app.Services.GetRequiredService<ClickCountStore>();
        Assert.Equal(2, await counts.CountAsync(ContentLinkService.OfferOf(today), "tea-1"));
        Assert.Equal(1, await counts.CountAsync(ContentLinkService.OfferOf(tomorrow), "tea-1"));
    }

    [Fact]
    public async Task First_clicks_of_browsers_on_each_link_are_counted_apart()
    {
        var occurrence = app.NewId("push");
        var (item, offer) = (await ItemAsync(), ContentLinkService.OfferOf(occurrence));
        var link = (await Links.GetOrCreateAsync(item, 1, "tea-1", occurrence))!;
        var another = (await Links.GetOrCreateAsync(await ItemAsync(), 1, "tea-1", occurrence))!;

        // The client of the host keeps cookies.
        foreach (var code in new[] { link.Code, link.Code, another.Code }) await app.GetAsync($"/l/{code}");
        await app.RunUntilIdleAsync();

        var counts = app.Services.GetRequiredService<ClickCountStore>();
        Assert.Equal((3, 2), await counts.CountOccurrenceAsync(offer, "tea-1"));
    }

    async Task<ContentItem> ItemAsync()
    {
        var id = await app.ContentAsync();
        await app.EditContentAsync(id, new JsonObject { ["by"] = "小陈", ["variants"] = new JsonArray("早", "晚") });
        var item = await app.Services.GetRequiredService<ContentStore>().FindAsync(id);
        return item!.Value;
    }

    Task<Community.Selling.Links.TrackedLink?> FindAsync(string url) =>
        app.Services.GetRequiredService<LinkStore>().FindAsync(url[^10..]);
}
