using Azure.Storage.Queues.Models;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Events.WeCom;

/// <summary>What the platform tells of its customer groups, and the reads of them.</summary>
public sealed class ChatFunctions(
    QueueConsumer<ReceivedWeComCallback> callbacks,
    QueueConsumer<ChatWork> work,
    IEnumerable<ChatCallbackHandler> handlers,
    ILogger<ChatFunctions> log)
{
    /// <summary>Handles one callback. An exception returns it to the queue.</summary>
    [Function("ConsumeWeComCallback")]
    public Task ConsumeCallback([QueueTrigger(ReceivedWeComCallback.QueueName)] QueueMessage message) =>
        callbacks.RunAsync(message, received => Handler.HandleAsync(received));

    /// <summary>
    /// Reads one chat. An exception returns the message to the queue, but for hourly work while the platform is away.
    /// </summary>
    [Function("ReconcileChat")]
    public Task Reconcile([QueueTrigger(ChatWork.QueueName)] QueueMessage message) => work.RunAsync(message, ReadAsync);

    async Task ReadAsync(ChatWork chat)
    {
        try
        {
            await Handler.ReconcileAsync(chat.ChatId);
        }
        catch (PlatformUnavailableException) when (chat.IsHourly)
        {
            log.LogInformation("The platform is away; a chat is read again within an hour.");
        }
    }

    // Nothing sends such messages where the app runs on another channel.
    ChatCallbackHandler Handler => handlers.Single();
}
