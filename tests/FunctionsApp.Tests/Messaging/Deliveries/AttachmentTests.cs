using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

public sealed class AttachmentTests
{
    static readonly Attachment[] Attachments =
    [
        new(AttachmentType.Image, "图", "https://shop.example/a.png"),
        new(AttachmentType.Link, "春茶", "https://shop.example/a"),
        new(AttachmentType.MiniProgram, "小店", "https://shop.example/mini"),
        new(AttachmentType.File, "冲泡指南", "https://shop.example/a.pdf"),
    ];

    [Fact]
    public async Task Channel_and_ledger_have_the_attachments_in_their_order()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync();

        await SendAsync(app, group, Attachments);

        Assert.Equal(Attachments, Assert.Single(channel.Calls).Attachments!);
        Assert.Equal(Attachments, Assert.Single(await app.DeliveriesAsync(group)).Attachments);
    }

    [Fact]
    public async Task Message_without_attachments_has_an_empty_list()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync();

        await SendAsync(app, group, attachments: null);

        Assert.Null(Assert.Single(channel.Calls).Attachments);
        Assert.Empty(Assert.Single(await app.DeliveriesAsync(group)).Attachments);
    }

    [Theory]
    [InlineData("Manual")]
    [InlineData("StaffConfirmed")]
    public async Task Person_who_sends_reads_the_attachments_below_the_text(string capability)
    {
        await using var app = await AppHost.StartAsync(AppHostSetup.With(ChannelAction.SendToGroup, capability));
        var group = await app.GroupAsync();

        await SendAsync(app, group, Attachments);

        Assert.EndsWith(
            """
            早
            附件：
            图片「图」https://shop.example/a.png
            链接「春茶」https://shop.example/a
            小程序「小店」https://shop.example/mini
            文件「冲泡指南」https://shop.example/a.pdf
            """.ReplaceLineEndings("\n"),
            Assert.Single(await app.TasksAsync(group)).Title,
            StringComparison.Ordinal);
    }

    static Task<Delivery> SendAsync(AppHost app, string group, IReadOnlyList<Attachment>? attachments)
    {
        var message = new NewDelivery(
            "cause", "step", group, null, ChannelAction.SendToGroup, DeliveryPriority.Ordinary, "早", app.Now)
        {
            Attachments = attachments,
        };
        return app.Services.GetRequiredService<DeliveryDispatcher>().DeliverAsync(message);
    }
}
