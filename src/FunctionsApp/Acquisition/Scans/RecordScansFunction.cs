using System.Text.Json;
using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Stores batches of scans: one row for each batch and campaign, so that writers do not conflict.</summary>
public sealed class RecordScansFunction(ScansTable table)
{
    /// <summary>The batch's id is part of the row key, so a batch that arrives twice writes the same row.</summary>
    [Function("RecordScans")]
    public async Task Run([QueueTrigger(ScanBatch.QueueName)] QueueMessage message)
    {
        var batch = JsonSerializer.Deserialize<ScanBatch>(message.Body, StoredJson.Options)!;
        var key = ScanCountStore.BatchKey(batch.At, batch.Id ?? message.MessageId);
        foreach (var scans in batch.Campaigns)
            await table.CommitAsync(Row.Put(scans.CampaignId, key, new ScanCount(batch.At, scans.Codes)));
    }
}

/// <summary>The number of scans of each code of a campaign; <paramref name="At"/> is the start of the period.</summary>
public sealed record ScanCount(DateTimeOffset At, IReadOnlyDictionary<string, int> Codes);
