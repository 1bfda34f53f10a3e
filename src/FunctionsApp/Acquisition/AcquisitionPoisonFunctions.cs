using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition;

/// <summary>Retries the batches of scans that keep failing.</summary>
public sealed class AcquisitionPoisonFunctions(PoisonedMessages poisoned, MessageQueue<ScanBatch> scans)
{
    [Function(nameof(RetryScans))]
    public Task RetryScans([QueueTrigger(ScanBatch.QueueName + PoisonedMessages.Suffix)] ScanBatch batch) =>
        poisoned.RetryAsync(scans, batch, batch.Id ?? "");
}
