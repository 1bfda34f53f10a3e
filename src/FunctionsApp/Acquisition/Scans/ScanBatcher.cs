using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>
/// Scans that arrived together, counted by campaign and code at the instant when the batch was closed.
/// </summary>
public sealed record ScanBatch(DateTimeOffset At, IReadOnlyList<CampaignScans> Campaigns)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "scans";

    /// <summary>
    /// The id of the batch. A storage client that loses an answer sends the message again under another message id, so
    /// the message id does not identify the batch.
    /// </summary>
    public string? Id { get; init; }

    public int Count => Campaigns.Sum(campaign => campaign.Codes.Values.Sum());
}

/// <summary>The scans of one campaign by code.</summary>
public sealed record CampaignScans(string CampaignId, Dictionary<string, int> Codes);

/// <summary>Puts scans that arrive together into one queue message (group commit).</summary>
public sealed class ScanBatcher(MessageQueue<ScanBatch> queue, IdSource ids, TimeProvider clock)
{
    // A code and its count take about 20 bytes of the 48 KiB that a message holds before it is encoded.
    const int MaxCodes = 1_500;

    readonly GroupCommit<(string Campaign, string Code)> scans =
        new(MaxCodes, counted => queue.SendAsync(ToBatch(counted, ids.NewId())), clock);

    /// <summary>Completes when the scan is stored; fails when it could not be stored.</summary>
    public Task RecordAsync(CodeTarget target) => scans.RecordAsync((target.Campaign.Id, target.Code.Code));

    static ScanBatch ToBatch(CountedBatch<(string Campaign, string Code)> counted, string id)
    {
        var campaigns = counted.Counts.GroupBy(scan => scan.Key.Campaign).Select(scans => new CampaignScans(
            scans.Key, scans.ToDictionary(scan => scan.Key.Code, scan => scan.Value)));
        return new ScanBatch(counted.At, [.. campaigns]) { Id = id };
    }
}
