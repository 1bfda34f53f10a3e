using System.Diagnostics;
using TestSupport.LocalApp;

namespace Benchmarks.Scans;

/// <summary>Reads the stored scans of a campaign.</summary>
static class StoredScans
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The number of stored scans, once it reaches <paramref name="acknowledged"/> or a time limit passes.
    /// </summary>
    public static async Task<long> CountAsync(OperatorClient client, string campaignId, long acknowledged)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var pages = await client.AllAsync($"/api/campaigns/{campaignId}/scans");
            var stored = pages.Sum(page =>
                page.GetProperty("codes").EnumerateObject().Sum(code => code.Value.GetInt64()));
            if (stored >= acknowledged || Stopwatch.GetElapsedTime(started) > Limit)
                return stored;
            await Task.Delay(Pause);
        }
    }
}
