using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Receives the messages of a queue whose function keeps failing, unchanged.</summary>
internal sealed class PoisonQueue(QueueClient source, QueueClient poison)
{
    public string Name => poison.Name;

    /// <summary>Copies the message, then deletes it: a crash between the two leaves two messages, never none.</summary>
    public async Task MoveAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await source.DeleteMessageAsync(message.MessageId, receipt);
    }
}
