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
public sealed class ChannelEventConsumer(
    SeenWebhooks seen,
    Arrivals arrivals,
    Departures departures,
    Conversations conversations,
    Listening listening,
    Dissolutions dissolutions,
    StaffTaskDesk tasks,
    ILogger<ChannelEventConsumer> log)
{
    /// <summary>One event; an exception gives it back to the queue.</summary>
    [Function("ConsumeChannelEvent")]
    public async Task Run([QueueTrigger(Queues.ChannelEventsName)] ReceivedEvent received, [DurableClient] DurableTaskClient sequences)
    {
        switch (await seen.ClaimAsync(received))
        {
            case Repetition.Same:
                return;
            case Repetition.Forged:
                log.LogWarning("Webhook {WebhookId} came again with another body and was ignored.", received.WebhookId);
                return;
            default:
                await HandleAsync(received, sequences);
                return;
        }
    }

    Task HandleAsync(ReceivedEvent received, DurableTaskClient sequences) => received.Event switch
    {
        ChannelEvent.MemberJoined joined => arrivals.HandleAsync(joined, sequences),
        ChannelEvent.MemberLeft left => departures.HandleAsync(left, sequences),
        ChannelEvent.MemberRenamed renamed => conversations.HandleAsync(renamed, sequences),
        ChannelEvent.MessagePosted posted => Task.WhenAll(conversations.HandleAsync(posted, sequences), listening.HandleAsync(received.WebhookId, posted)),
        ChannelEvent.GroupDissolved dissolved => dissolutions.HandleAsync(dissolved, sequences),
        ChannelEvent.TaskDone done => tasks.CompleteAsync(done.TaskId, new(done.JoinUrl)),
        _ => throw new UnreachableException(),
    };
}
