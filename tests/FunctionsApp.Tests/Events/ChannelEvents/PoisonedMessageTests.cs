using System.Text.Json;
using Azure.Storage.Queues;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.ChannelEvents;

/// <summary>Messages that the host moved to the poison queue.</summary>
public sealed class PoisonedMessageTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Join_in_the_poison_queue_is_tried_again_after_an_hour()
    {
        var group = await app.GroupAsync();
        var joined = new ChannelEvent.MemberJoined(app.Now, group, "u1", "小林", State: null, InvitedBy: null);
        await AddToPoisonQueueAsync(new ReceivedEvent(app.NewId("msg"), joined));

        await app.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(0, (await app.GetGroupAsync(group)).MemberCount);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await app.GetGroupAsync(group)).MemberCount);
    }

    async Task AddToPoisonQueueAsync(ReceivedEvent received)
    {
        var poison = app.Services.GetRequiredService<QueueServiceClient>()
            .GetQueueClient(ReceivedEvent.QueueName + PoisonedMessages.Suffix);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(JsonSerializer.Serialize(received, StoredJson.Options));
        await app.RunUntilIdleAsync();
    }
}
