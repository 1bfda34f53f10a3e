using System.Diagnostics;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Does what the channel's events call for, each once by its message id, and safely again where a crash repeats it.</summary>
public sealed class ChannelEventFunction(
    WebhookIdStore webhooks,
    MemberJoinedHandler memberJoined,
    MemberLeftHandler memberLeft,
    MemberRenamedHandler memberRenamed,
    MessagePostedHandler messagePosted,
    GroupDissolvedHandler groupDissolved,
    StaffTaskService tasks,
    ILogger<ChannelEventFunction> log)
{
    /// <summary>One event; an exception gives it back to the queue.</summary>
    [Function("ConsumeChannelEvent")]
    public async Task Run([QueueTrigger(ReceivedEvent.QueueName)] ReceivedEvent received, [DurableClient] DurableTaskClient durable)
    {
        switch (await webhooks.ClaimAsync(received))
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
        ChannelEvent.MemberJoined joined => memberJoined.HandleAsync(joined, durable),
        ChannelEvent.MemberLeft left => memberLeft.HandleAsync(left, durable),
        ChannelEvent.MemberRenamed renamed => memberRenamed.HandleAsync(renamed, durable),
        ChannelEvent.MessagePosted posted => messagePosted.HandleAsync(received.WebhookId, posted, durable),
        ChannelEvent.GroupDissolved dissolved => groupDissolved.HandleAsync(dissolved, durable),
        ChannelEvent.TaskDone done => tasks.CompleteAsync(done.TaskId, new(done.JoinUrl)),
        _ => throw new UnreachableException(),
    };
}
