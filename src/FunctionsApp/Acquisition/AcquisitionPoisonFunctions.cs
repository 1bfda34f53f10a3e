using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition;

/// <summary>Retries batches of scans that failed repeatedly.</summary>
public sealed class AcquisitionPoisonFunctions(PoisonedMessages poisoned, MessageQueue<ScanBatch> scans)
{
    [Function(nameof(RetryScans))]
    public Task RetryScans([QueueTrigger(ScanBatch.QueueName + PoisonedMessages.Suffix)] ScanBatch batch) =>
        poisoned.RetryAsync(scans, batch, batch.Id ?? "");
}
