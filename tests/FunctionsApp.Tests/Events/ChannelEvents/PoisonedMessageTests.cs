using System.Text.Json;
using Azure.Storage.Queues;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>What the host gave up after too many failures.</summary>
public sealed class PoisonedMessageTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_join_that_was_given_up_is_tried_again_after_an_hour()
    {
        var group = await app.GroupAsync();
        await GiveUpAsync(new ReceivedEvent(app.NewId("msg"), new ChannelEvent.MemberJoined(app.Now, group, "u1", "小林", State: null, InvitedBy: null)));

        await app.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(0, (await app.GetGroupAsync(group)).MemberCount);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
    }

    async Task GiveUpAsync(ReceivedEvent received)
    {
        var poison = app.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(ReceivedEvent.QueueName + PoisonedMessages.Suffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(JsonSerializer.Serialize(received, StoredJson.Options));
        await app.RunUntilIdleAsync();
    }
}
