using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Scans;

/// <summary>Scans that arrived together: how often each code was scanned, by campaign, at the instant the batch was closed.</summary>
public sealed record ScanBatch(DateTimeOffset At, IReadOnlyList<CampaignScans> Campaigns)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "scans";

    /// <summary>
    /// Names the batch. The storage client sends a message again whose answer it lost, and then there are two, each with an id of its own.
    /// Null in one that was stored before batches had names.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>How many scans there are.</summary>
    public int Count => Campaigns.Sum(campaign => campaign.Codes.Values.Sum());
}

/// <summary>The scans of one campaign, by code.</summary>
public sealed record CampaignScans(string CampaignId, Dictionary<string, int> Codes);

/// <summary>Scans that arrive together share one queue message, and each is acknowledged when it is stored.</summary>
public sealed class ScanBatcher(MessageQueue<ScanBatch> queue, IdSource ids, TimeProvider clock)
{
    // A code and its count take about 20 bytes of the 48 KiB a message holds before it is encoded.
    const int MaxCodes = 1_500;

    readonly GroupCommit<(string Campaign, string Code)> scans = new(MaxCodes, seen => queue.SendAsync(ToBatch(seen, ids.NewId())), clock);

    /// <summary>Completes when the scan is stored; fails when it could not be.</summary>
    public Task RecordAsync(CodeTarget target) => scans.RecordAsync((target.Campaign.Id, target.Code.Code));

    static ScanBatch ToBatch(CountedBatch<(string Campaign, string Code)> seen, string id) => new(
        seen.At,
        [.. seen.Counts.GroupBy(scan => scan.Key.Campaign).Select(scans => new CampaignScans(scans.Key, scans.ToDictionary(scan => scan.Key.Code, scan => scan.Value)))])
    {
        Id = id,
    };
}
