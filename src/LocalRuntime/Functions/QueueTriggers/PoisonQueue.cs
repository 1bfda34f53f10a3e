using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Where messages go that keep failing, as they were sent.</summary>
internal sealed class PoisonQueue(string connection, QueueClient source)
{
    readonly QueueClient poison = new(connection, $"{source.Name}-poison", new QueueClientOptions());

    public string Name => poison.Name;

    /// <summary>Copies the message first and removes it then: a crash between leaves two, never none.</summary>
    public async Task TakeAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await source.DeleteMessageAsync(message.MessageId, receipt);
    }
}
