using System.Text.Json;
using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Writes batches of scans down: one row a batch and campaign, so that no two writers meet.</summary>
public sealed class RecordScansFunction(ScansTable table)
{
    /// <summary>The row's key is the batch's own, so a batch that comes twice, in one message or in two, writes the same row twice.</summary>
    [Function("RecordScans")]
    public async Task Run([QueueTrigger(ScanBatch.QueueName)] QueueMessage message)
    {
        var batch = JsonSerializer.Deserialize<ScanBatch>(message.Body, StoredJson.Options)!;
        foreach (var scans in batch.Campaigns)
            await table.CommitAsync(Row.Put(scans.CampaignId, ScanCountStore.RawKey(batch.At, batch.Id ?? message.MessageId), new ScanCount(batch.At, scans.Codes)));
    }
}

/// <summary>How often each code of a campaign was scanned, from this instant.</summary>
public sealed record ScanCount(DateTimeOffset At, IReadOnlyDictionary<string, int> Codes);
