using Azure.Storage.Queues.Models;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Events.WeCom;

/// <summary>What the platform tells of its customer groups, and the reads of them.</summary>
public sealed class ChatFunctions(
    QueueConsumer<ReceivedWeComCallback> callbacks,
    QueueConsumer<ChatWork> work,
    IEnumerable<ChatCallbackHandler> handlers)
{
    /// <summary>Handles one callback. An exception returns it to the queue.</summary>
    [Function("ConsumeWeComCallback")]
    public Task ConsumeCallback([QueueTrigger(ReceivedWeComCallback.QueueName)] QueueMessage message) =>
        callbacks.RunAsync(message, received => Handler.HandleAsync(received));

    /// <summary>Reads one chat. An exception returns the message to the queue.</summary>
    [Function("ReconcileChat")]
    public Task Reconcile([QueueTrigger(ChatWork.QueueName)] QueueMessage message) =>
        work.RunAsync(message, chat => Handler.ReconcileAsync(chat.ChatId));

    // Nothing sends such messages where the app runs on another channel.
    ChatCallbackHandler Handler => handlers.Single();
}
