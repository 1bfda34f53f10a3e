using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform;

/// <summary>Retries the messages of Platform's queues that keep failing.</summary>
public sealed class PlatformPoisonFunctions(PoisonedMessages poisoned, MessageQueue<DueWorkBatch> dueWork)
{
    [Function(nameof(RetryDueWork))]
    public Task RetryDueWork([QueueTrigger(DueWorkBatch.QueueName + PoisonedMessages.Suffix)] DueWorkBatch batch) =>
        poisoned.RetryAsync(dueWork, batch, string.Join(',', batch.Items.Select(item => item.Kind)));
}
