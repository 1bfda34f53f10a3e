using FunctionsApp.Storage;

namespace FunctionsApp.Scans;

/// <summary>Scans that arrived together: how often each code was scanned, by campaign, at the instant the batch was closed.</summary>
public sealed record ScanBatch(DateTimeOffset At, IReadOnlyList<CampaignScans> Campaigns)
{
    /// <summary>How many scans there are.</summary>
    public int Count => Campaigns.Sum(campaign => campaign.Codes.Values.Sum());
}

/// <summary>The scans of one campaign, by code.</summary>
public sealed record CampaignScans(string CampaignId, Dictionary<string, int> Codes);

/// <summary>
/// Group commit: while one message is being stored, the scans that arrive gather for the next. A scan is acknowledged when the message
/// that holds it is stored; under load many share one, so storage transactions per scan fall as load rises.
/// </summary>
public sealed class ScanBatcher(Queues queues, TimeProvider clock)
{
    // A code and its count take about 20 bytes of the 48 KiB a message holds before it is encoded.
    const int MostCodes = 1_500;

    const int MostReadings = 10;

    static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    readonly Lock sync = new();
    Gathering gathering = new();
    bool sending;

    /// <summary>Completes when the scan is stored; fails when it could not be.</summary>
    public Task RecordAsync(CodeTarget target)
    {
        Task stored;
        lock (sync)
        {
            gathering.Add(target);
            stored = gathering.Stored.Task;
            if (sending) return stored;
            sending = true;
        }

        _ = SendAllAsync();
        return stored;
    }

    async Task SendAllAsync()
    {
        await ReadWaitingRequestsAsync();
        while (TakeNext() is { } batch)
        {
            var started = clock.GetTimestamp();
            try
            {
                foreach (var part in batch.ToMessages(clock.GetUtcNow(), MostCodes)) await queues.Scans.SendAsync(part);
                batch.Stored.SetResult();
            }
#pragma warning disable CA1031 // each scanner of this batch is told; the next batch is tried anew
            catch (Exception failure)
#pragma warning restore CA1031
            {
                batch.Stored.SetException(failure);
            }

            if (batch.Scans > 1) await Task.Delay(PauseAfter(clock.GetElapsedTime(started)), clock);
            await ReadWaitingRequestsAsync();
        }
    }

    // Where storing takes long, a pause half as long lets the crowd that was just answered come back and share one message, not two in turns.
    static TimeSpan PauseAfter(TimeSpan storing) => storing < LongestPause * 2 ? storing / 2 : LongestPause;

    // Requests that have arrived are read first, for as long as they bring scans; under a stream that never ends, only so many times.
    async Task ReadWaitingRequestsAsync()
    {
        var before = 0;
        for (var times = 0; times < MostReadings && Gathered is var now && now != before; times++)
        {
            before = now;
            await Task.Yield();
        }
    }

    int Gathered
    {
        get
        {
            lock (sync) return gathering.Scans;
        }
    }

    Gathering? TakeNext()
    {
        lock (sync)
        {
            if (gathering.IsEmpty)
            {
                sending = false;
                return null;
            }

            var taken = gathering;
            gathering = new Gathering();
            return taken;
        }
    }

    sealed class Gathering
    {
        readonly Dictionary<(string Campaign, string Code), int> counts = [];

        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsEmpty => counts.Count == 0;

        public int Scans { get; private set; }

        public void Add(CodeTarget target)
        {
            Scans++;
            var key = (target.Campaign.Id, target.Code.Code);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        public IEnumerable<ScanBatch> ToMessages(DateTimeOffset at, int most) => counts.Chunk(most).Select(part => new ScanBatch(
            at,
            [.. part.GroupBy(scan => scan.Key.Campaign).Select(scans => new CampaignScans(scans.Key, scans.ToDictionary(scan => scan.Key.Code, scan => scan.Value)))]));
    }
}
