using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Imports;

/// <summary>
/// Deletes imports that are older than <see cref="ImportRetention"/>, and the lines of requests that ended before their
/// import was stored, every night.
/// </summary>
public sealed class ForgetOrderImportsFunction(
    ImportCalendar calendar, OrderImportStore imports, ImportRetention retention, TimeProvider clock)
{
    static readonly TimeSpan LongestRequest = TimeSpan.FromDays(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromDays(30); // of this timer

    [Function("ForgetOrderImports")]
    public async Task Forget([TimerTrigger("0 0 19 * * *")] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        await calendar.ForgetAsync(DateTimeOffset.UnixEpoch, now - retention.Reports, ForgetAsync);
        await calendar.ForgetAsync(now - LongestPause, now - LongestRequest, ForgetUnfinishedRequestAsync);
    }

    async Task<bool> ForgetUnfinishedRequestAsync(string id) =>
        await imports.FindAsync(id) is null && await ForgetAsync(id);

    async Task<bool> ForgetAsync(string id)
    {
        await imports.DeleteAsync(id);
        return true;
    }
}
