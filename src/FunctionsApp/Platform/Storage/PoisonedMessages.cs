using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Messages that fail as often as host.json allows (<c>maxDequeueCount</c>). The host moves them to the queue whose
/// name ends in <see cref="Suffix"/>, where a function of the module returns each message to its queue after an hour.
/// </summary>
public sealed class PoisonedMessages(ILogger<PoisonedMessages> log)
{
    /// <summary>The end of the name of a poison queue.</summary>
    public const string Suffix = "-poison";

    static readonly TimeSpan Delay = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns the message to its queue. The log holds only <paramref name="id"/>, because messages hold members' data.
    /// </summary>
    public Task RetryAsync<T>(MessageQueue<T> queue, T message, string id)
    {
        log.LogError(
            "Message {Id} of the queue {Queue} keeps failing and is tried again in {Delay}.", id, queue.Name, Delay);
        return queue.SendAsync(message, Delay);
    }
}
