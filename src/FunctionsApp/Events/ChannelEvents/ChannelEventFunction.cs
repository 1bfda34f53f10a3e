using System.Diagnostics;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Conversions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Does what the channel's events call for, each once by its message id, and safely again where a crash repeats it.</summary>
public sealed class ChannelEventFunction(
    WebhookIdStore seen,
    MemberJoinedHandler arrivals,
    MemberLeftHandler departures,
    MessagePostedHandler conversations,
    InterestListener listening,
    GroupDissolvedHandler dissolutions,
    StaffTaskService tasks,
    ILogger<ChannelEventFunction> log)
{
    /// <summary>One event; an exception gives it back to the queue.</summary>
    [Function("ConsumeChannelEvent")]
    public async Task Run([QueueTrigger(Queues.ChannelEventsName)] ReceivedEvent received, [DurableClient] DurableTaskClient durable)
    {
        switch (await seen.ClaimAsync(received))
        {
            case WebhookRepeat.Same:
                return;
            case WebhookRepeat.Forged:
                log.LogWarning("Webhook {WebhookId} came again with another body and was ignored.", received.WebhookId);
                return;
            default:
                await HandleAsync(received, durable);
                return;
        }
    }

    Task HandleAsync(ReceivedEvent received, DurableTaskClient durable) => received.Event switch
    {
        ChannelEvent.MemberJoined joined => arrivals.HandleAsync(joined, durable),
        ChannelEvent.MemberLeft left => departures.HandleAsync(left, durable),
        ChannelEvent.MemberRenamed renamed => conversations.HandleAsync(renamed, durable),
        ChannelEvent.MessagePosted posted => Task.WhenAll(conversations.HandleAsync(posted, durable), listening.HandleAsync(received.WebhookId, posted)),
        ChannelEvent.GroupDissolved dissolved => dissolutions.HandleAsync(dissolved, durable),
        ChannelEvent.TaskDone done => tasks.CompleteAsync(done.TaskId, new(done.JoinUrl)),
        _ => throw new UnreachableException(),
    };
}
