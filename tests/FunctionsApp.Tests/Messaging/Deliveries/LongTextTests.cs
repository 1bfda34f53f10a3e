using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Messaging.Deliveries;

public sealed class LongTextTests
{
    [Theory]
    [InlineData("benefits", 10, 80)]
    [InlineData("rules", 20, 120)]
    public async Task Charter_whose_message_would_be_cut_is_refused(string field, int items, int length)
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());
        var body = SampleBodies.Group("tea-1");
        body["charter"]![field] = new JsonArray(
            [.. Enumerable.Repeat(new string('群', length), items).Select(text => (JsonNode?)text)]);

        (await app.PostAsync("/api/groups", body)).Names($"charter.{field}");

        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/groups/tea-1")).Status);
    }

    [Fact]
    public async Task Text_over_the_limit_goes_to_staff_and_not_cut_to_the_channel()
    {
        var channel = new ScriptedChannel(call => new ChannelReply.Accepted($"sent-{call.Key}"));
        await using var app = await channel.StartAsync();
        var group = await app.GroupAsync();
        var text = new string('群', (TextLimit.RobotBytes / 3) + 1);

        await app.Services.GetRequiredService<DeliveryDispatcher>().DeliverAsync(new NewDelivery(
            "cause", "step", group, null, ChannelAction.SendToGroup, DeliveryPriority.Sale, text, app.Now));

        var line = Assert.Single(await app.DeliveriesAsync(group));
        Assert.Equal((DeliveryState.AwaitingStaff, text), (line.State, line.Text));
        Assert.Empty(channel.Calls);
    }
}
