using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>Deletes poisoned messages every night that are older than <see cref="Retention"/>.</summary>
public sealed class ForgetPoisonedMessagesFunction(
    PoisonedMessageStore store, TimeProvider clock, ILogger<ForgetPoisonedMessagesFunction> log)
{
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    // Of each kind in one run.
    const int MaxRows = 1_000;

    [Function("ForgetPoisonedMessages")]
    public async Task Forget([TimerTrigger("0 0 19 * * *")] TimerInfo timer)
    {
        foreach (var message in await store.ForgetAsync(clock.GetUtcNow() - Retention, MaxRows))
        {
            log.LogError(
                "Message {Id} of the queue {Queue} was deleted; no operator resolved it in {Retention}.",
                message.Id, message.Queue, Retention);
        }
    }
}
