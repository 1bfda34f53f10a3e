using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Selling.Links;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Content;

public sealed class ContentTestSendTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Placeholders_are_filled_and_the_link_leads_to_the_first_page()
    {
        var body = ContentClient.Body(app.NewId("content"), "{group} {date}：{product} {price} {link}");
        body["product"] = new JsonObject { ["name"] = "龙井", ["priceMinor"] = 19900 };
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        var group = await app.GroupAsync();

        var sent = await app.TestSentAsync((string)body["id"]!, group);

        var delivery = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal((sent.DeliveryKey, sent.Text), (delivery.Key, delivery.Text));
        Assert.Equal(DeliveryState.Sent, delivery.State);
        var link = sent.Text.Split(' ')[^1];
        Assert.Equal($"春茶福利群 {group} 12月1日：龙井 199元 {link}", sent.Text);
        Assert.StartsWith("https://brand.example.com/l/", link, StringComparison.Ordinal);
        Assert.Equal([new Attachment(AttachmentType.Link, "春茶", link)], delivery.Attachments);
        var click = await app.GetAsync(new Uri(link).AbsolutePath);
        Assert.Equal(
            (HttpStatusCode.Redirect, $"https://shop.example/a?lc={link[^10..]}"), (click.Status, click.Location));
    }

    [Fact]
    public async Task Same_key_sends_once_and_another_key_again()
    {
        var (id, group) = (await app.ContentAsync("看 {link}"), await app.GroupAsync());

        var first = await app.TestSentAsync(id, group, "key-1");
        var again = await app.TestSentAsync(id, group, "key-1");
        var other = await app.TestSentAsync(id, group, "key-2");

        Assert.Equal((first.DeliveryKey, first.Text), (again.DeliveryKey, again.Text));
        Assert.NotEqual(first.DeliveryKey, other.DeliveryKey);
        Assert.NotEqual(first.Text, other.Text);
        Assert.Equal(2, (await app.DeliveriesAsync(group)).Count);
    }

    [Fact]
    public async Task Variant_is_chosen_by_its_number()
    {
        var (id, group) = (await app.ContentAsync(), await app.GroupAsync());
        await app.EditContentAsync(id, new JsonObject { ["by"] = "小陈", ["variants"] = new JsonArray("早", "晚") });

        Assert.Equal("早", (await app.TestSentAsync(id, group)).Text);
        Assert.Equal("晚", (await app.TestSentAsync(id, group, variant: 2)).Text);
        (await app.TestSendAsync(id, group, variant: 3)).Names("variant");
        (await app.TestSendAsync(id, group, variant: 0)).Names("variant");
    }

    [Fact]
    public async Task Unknown_group_is_refused_by_name()
    {
        var id = await app.ContentAsync();

        (await app.TestSendAsync(id, "no-such-group")).Names("groupId");
        (await app.TestSendAsync(id, "")).Names("groupId");
    }

    [Fact]
    public async Task Text_that_names_a_product_without_one_is_not_sent()
    {
        var (id, group) = (await app.ContentAsync("{product}来了"), await app.GroupAsync());

        (await app.TestSendAsync(id, group)).IsProblem(HttpStatusCode.Conflict);

        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Filled_text_that_breaks_a_rule_of_the_platform_is_not_sent()
    {
        var body = ContentClient.Body(app.NewId("content"), "{product}：{link}");
        body["product"] = new JsonObject { ["name"] = "转发到朋友圈领红包", ["priceMinor"] = 1 };
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        var group = await app.GroupAsync();

        (await app.TestSendAsync((string)body["id"]!, group)).Names("text");

        Assert.Empty(await app.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Attachments_that_are_no_pages_are_sent_as_they_are()
    {
        var body = ContentClient.Body(app.NewId("content"));
        body["attachments"] = new JsonArray(
            ContentClient.Attachment("Image", "图", "https://shop.example/a.png"),
            ContentClient.Attachment("File", "冲泡指南", "https://shop.example/a.pdf"));
        (await app.PostAsync("/api/content", body)).Expecting(HttpStatusCode.Created);
        var group = await app.GroupAsync();

        var sent = await app.TestSentAsync((string)body["id"]!, group);

        Attachment[] expected =
        [
            new(AttachmentType.Image, "图", "https://shop.example/a.png"),
            new(AttachmentType.File, "冲泡指南", "https://shop.example/a.pdf"),
        ];
        Assert.Equal(expected, sent.Attachments);
        Assert.Equal(expected, Assert.Single(await app.DeliveriesAsync(group)).Attachments);
    }

    [Fact]
    public async Task Where_a_person_sends_the_answer_names_the_task()
    {
        await using var own = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.SendToGroup, "Manual"));
        var (id, group) = (await own.ContentAsync(), await own.GroupAsync());

        var sent = await own.TestSentAsync(id, group);

        Assert.Equal(DeliveryState.AwaitingStaff, sent.State);
        Assert.Equal(sent.TaskId, Assert.Single(await own.TasksAsync(group)).Id);
    }

    [Fact]
    public async Task Dissolved_group_is_refused()
    {
        var (id, group) = (await app.ContentAsync(), await app.GroupAsync());
        await app.DissolvedAsync(group);

        (await app.TestSendAsync(id, group)).IsProblem(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Clicks_are_counted_for_the_send_and_its_group()
    {
        var (id, group) = (await app.ContentAsync("看 {link}"), await app.GroupAsync());
        var sent = await app.TestSentAsync(id, group, app.NewId("key"));
        var code = sent.Text[^10..];

        for (var click = 0; click < 3; click++) await app.GetAsync($"/l/{code}");
        await app.RunUntilIdleAsync();

        var link = (await app.Services.GetRequiredService<LinkStore>().FindAsync(code))!;
        var counts = await app.Services.GetRequiredService<ClickCountStore>().CountAsync(link.Offer);
        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { [group] = 3 }, counts);
    }
}
