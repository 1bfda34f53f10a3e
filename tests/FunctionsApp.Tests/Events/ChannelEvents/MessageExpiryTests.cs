using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Events.ChannelEvents;

public sealed class MessageExpiryTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    string Store => Path.Combine(folder.FullName, "store.db");

    [Theory]
    [InlineData(8)]
    [InlineData(30)]
    public async Task Acknowledged_event_survives_days_without_a_host(int days)
    {
        string group;
        await using (var app = await AppHost.StartAsync(new AppHostSetup { Store = Store }))
        {
            group = await app.GroupAsync();
            var joined = new ChannelEvent.MemberJoined(app.Now, group, "u1", "小林", State: null, InvitedBy: null);
            var queue = app.Services.GetRequiredService<MessageQueue<ReceivedEvent>>();
            // The delay lets the host stop before it takes the message.
            await queue.SendAsync(new ReceivedEvent("msg-1", joined), TimeSpan.FromHours(1));
        }

        var setup = new AppHostSetup();
        await using var later = await AppHost.StartAsync(
            setup with { Store = Store, Clock = setup.Clock.AddDays(days) });
        await later.RunUntilIdleAsync();

        Assert.Equal(1, (await later.GetGroupAsync(group)).MemberCount);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
