using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>Handles each event of the channel once by its webhook id, and again after a crash.</summary>
public sealed class ChannelEventFunction(
    QueueConsumer<ReceivedEvent> consumer,
    WebhookIdStore webhooks,
    MemberJoinedHandler memberJoined,
    MemberLeftHandler memberLeft,
    MemberRenamedHandler memberRenamed,
    MessagePostedHandler messagePosted,
    GroupDissolvedHandler groupDissolved,
    StaffTaskService tasks,
    ILogger<ChannelEventFunction> log)
{
    /// <summary>Handles one event. An exception returns the event to the queue.</summary>
    [Function("ConsumeChannelEvent")]
    public Task Run(
        [QueueTrigger(ReceivedEvent.QueueName)] QueueMessage message, [DurableClient] DurableTaskClient durable) =>
        consumer.RunAsync(message, received => HandleOnceAsync(received, durable));

    async Task HandleOnceAsync(ReceivedEvent received, DurableTaskClient durable)
    {
        switch (await webhooks.ClaimAsync(received))
        {
            case WebhookClaimResult.Repeated:
                return;
            case WebhookClaimResult.Forged:
                log.LogWarning(
                    "Webhook {WebhookId} arrived again with another body and is ignored.", received.WebhookId);
                return;
            default:
                await durable.PerformAsync(await HandleAsync(received));
                return;
        }
    }

    Task<IReadOnlyList<DurableAction>> HandleAsync(ReceivedEvent received) =>
        received.Event switch
        {
            ChannelEvent.MemberJoined joined => memberJoined.HandleAsync(joined),
            ChannelEvent.MemberLeft left => memberLeft.HandleAsync(left),
            ChannelEvent.MemberRenamed renamed => WithoutActions(memberRenamed.HandleAsync(renamed)),
            ChannelEvent.MessagePosted posted =>
                WithoutActions(messagePosted.HandleAsync(received.WebhookId, posted)),
            ChannelEvent.GroupDissolved dissolved => groupDissolved.HandleAsync(dissolved),
            ChannelEvent.TaskDone done =>
                WithoutActions(tasks.CompleteAsync(done.TaskId, new CompleteTaskRequest(done.JoinUrl))),
            _ => throw new UnreachableException(),
        };

    static async Task<IReadOnlyList<DurableAction>> WithoutActions(Task handling)
    {
        await handling;
        return DurableAction.None;
    }
}
