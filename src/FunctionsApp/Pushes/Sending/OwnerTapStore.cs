using System.Globalization;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// The pushes that an owner of groups sends by hand on a local day. The taps of a day are bounded by its limit.
/// </summary>
public sealed class OwnerTapStore(PushPlansTable table)
{
    const string PartitionPrefix = "owner-";
    const string DayPrefix = "taps-";
    const int DaysKept = 30;

    /// <summary>The number of taps by day, without those of a push.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> CountAsync(
        string owner, DateOnly from, DateOnly to, string? exceptPushId = null)
    {
        var rows = await table.BetweenAsync<IReadOnlyList<string>>(PartitionPrefix + owner, KeyOf(from), KeyOf(to));
        return rows.ToDictionary(
            row => DateOnly.ParseExact(row.RowKey[DayPrefix.Length..], "yyyyMMdd", CultureInfo.InvariantCulture),
            row => row.Value.Count(id => id != exceptPushId));
    }

    /// <summary>
    /// Counts the push unless the day has as many taps as <paramref name="limit"/>, and then returns false. A repeat
    /// counts once. The first tap of a day deletes old days.
    /// </summary>
    public async Task<bool> TryAddAsync(string owner, DateOnly day, string pushId, int limit)
    {
        var (before, after) = await ChangeAsync(
            owner,
            day,
            ids => ids.Count >= limit || ids.Contains(pushId, StringComparer.Ordinal) ? ids : [.. ids, pushId]);
        if (before.Count == 0 && after.Count > 0) await DeleteOldAsync(owner, day);
        return after.Contains(pushId, StringComparer.Ordinal);
    }

    /// <summary>Gives the tap of a push back that was not sent.</summary>
    public Task RemoveAsync(string owner, DateOnly day, string pushId) =>
        ChangeAsync(owner, day, ids => [.. ids.Where(id => id != pushId)]);

    Task<(IReadOnlyList<string> Before, IReadOnlyList<string> After)> ChangeAsync(
        string owner, DateOnly day, Func<IReadOnlyList<string>, IReadOnlyList<string>> change) =>
        table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<IReadOnlyList<string>>(PartitionPrefix + owner, KeyOf(day));
            var before = read?.Value ?? [];
            var after = change(before);
            if (after.Count != before.Count)
                await table.CommitAsync(Row.Write(PartitionPrefix + owner, KeyOf(day), after, read));
            return (before, after);
        });

    async Task DeleteOldAsync(string owner, DateOnly day)
    {
        var old = await table.BetweenAsync<IReadOnlyList<string>>(
            PartitionPrefix + owner, DayPrefix, KeyOf(day.AddDays(-DaysKept)));
        await table.DeleteIfExistsAsync(PartitionPrefix + owner, old.Select(row => row.RowKey));
    }

    static string KeyOf(DateOnly day) => DayPrefix + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
