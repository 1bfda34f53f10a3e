using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>A host whose consumer of channel events fails while <see cref="Outage"/> is on.</summary>
public sealed class PoisonHost : AppHost
{
    public const string List = "/api/poisoned-messages?";

    readonly TableOutage outage;

    public PoisonHost()
        : this(new TableOutage("WebhookIds"))
    {
    }

    PoisonHost(TableOutage outage)
        : base(new AppHostSetup
        {
            Configure = builder =>
                builder.Services.AddSingleton<IConfigureOptions<TableClientOptions>>(outage),
        }) => this.outage = outage;

    internal TableOutage Outage => outage;

    public IMessageQueue Queue(string name) =>
        Services.GetServices<IMessageQueue>().Single(queue => queue.Name == name);

    public RawQueues Raw => Services.GetRequiredService<RawQueues>();

    /// <summary>Sends the text to the queue as it is and returns when everything that is due now has run.</summary>
    public async Task SendTextAsync(string queue, string text)
    {
        await Queue(queue).SendTextAsync(text);
        await RunUntilIdleAsync();
    }

    /// <summary>Sends the join of a member, which the consumer cannot handle during the outage.</summary>
    public async Task SendJoinAsync(string group, string member)
    {
        var joined = new ChannelEvent.MemberJoined(Now, group, member, "小林", State: null, InvitedBy: null);
        await Services.GetRequiredService<MessageQueue<ReceivedEvent>>()
            .SendAsync(new ReceivedEvent(NewId("msg"), joined));
        await RunUntilIdleAsync();
    }

    public async Task<IReadOnlyList<PoisonedMessageView>> KeptAsync(string queue, string status = "open") =>
    [
        .. (await this.ListAsync<PoisonedMessageView>($"{List}status={status}")).Where(kept => kept.Queue == queue),
    ];

    public async Task<PoisonedMessageDetailView> DetailAsync(string id) =>
        (await GetAsync($"/api/poisoned-messages/{id}"))
            .Expecting(HttpStatusCode.OK)
            .As<PoisonedMessageDetailView>();

    public async Task<ApiAnswer> ResolveAsync(string id, string action, string by = "小王")
    {
        var answer = await PostAsync($"/api/poisoned-messages/{id}/{action}", new JsonObject { ["by"] = by });
        await RunUntilIdleAsync();
        return answer;
    }

    public async Task<int> CountAsync(string queue) =>
        (await Raw.Get(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
