using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling;

/// <summary>Retries batches of clicks that failed repeatedly.</summary>
public sealed class SellingPoisonFunctions(PoisonedMessages poisoned, MessageQueue<ClickBatch> clicks)
{
    [Function(nameof(RetryClicks))]
    public Task RetryClicks([QueueTrigger(ClickBatch.QueueName + PoisonedMessages.Suffix)] ClickBatch batch) =>
        poisoned.RetryAsync(clicks, batch, batch.Id);
}
