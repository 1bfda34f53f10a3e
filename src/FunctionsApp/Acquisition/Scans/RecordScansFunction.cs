using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Stores batches of scans: one row for each batch and campaign, so that writers do not conflict.</summary>
public sealed class RecordScansFunction(QueueConsumer<ScanBatch> consumer, ScanCountStore counts)
{
    /// <summary>
    /// A batch that arrives twice counts once. A campaign whose scans cannot be stored does not keep back the others;
    /// the message comes again for it.
    /// </summary>
    [Function("RecordScans")]
    public Task Run([QueueTrigger(ScanBatch.QueueName)] QueueMessage message) => consumer.RunAsync(message, batch =>
    {
        var id = batch.Id ?? message.MessageId;
        return Task.WhenAll(batch.Campaigns.Select(scans => counts.AddAsync(scans, id, batch.At)));
    });
}

/// <summary>The number of scans of each code of a campaign; <paramref name="At"/> is the start of the period.</summary>
public sealed record ScanCount(DateTimeOffset At, IReadOnlyDictionary<string, int> Codes);
