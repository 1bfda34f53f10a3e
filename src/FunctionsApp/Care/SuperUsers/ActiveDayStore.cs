using System.Globalization;
using Community.Care.SuperUsers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>The local days on which people posted messages, without the texts, for as long as they count.</summary>
public sealed class ActiveDayStore(
    SuperUsersTable table, BrandTime time, TimeProvider clock, ILogger<ActiveDayStore> log)
{
    // No id of a group has such a character.
    const string PartitionPrefix = "$active-";
    const string RowPrefix = "day-";

    readonly DayIndex days = new(table, "$active-days", clock, log);

    /// <summary>Stores that the person was active at the instant. A repeat writes the same row.</summary>
    public async Task AddAsync(string memberId, DateTimeOffset at)
    {
        var day = time.DayOf(at);
        await days.AddAsync(at, memberId);
        await table.CommitAsync(Row.Put(PartitionPrefix + memberId, KeyOf(day), day));
    }

    /// <summary>The days from <paramref name="first"/> on.</summary>
    public async Task<IReadOnlyList<DateOnly>> ReadAsync(string memberId, DateOnly first)
    {
        var rows = await table.BetweenAsync<DateOnly>(
            PartitionPrefix + memberId, KeyOf(first), KeyOf(DateOnly.MaxValue));
        return [.. rows.Select(row => row.Value)];
    }

    /// <summary>Deletes days that no longer count, at most <paramref name="budget"/>.</summary>
    public Task ForgetAsync(int budget)
    {
        var now = clock.GetUtcNow();
        var first = time.DayOf(now).AddDays(1 - SuperUserRule.ActiveWindow);
        return days.StepAsync(now.AddDays(-SuperUserRule.ActiveWindow), budget, async (day, rest) =>
        {
            var partition = PartitionPrefix + day.Owner;
            var deleted = await table.ForgetAsync<DateOnly>(
                partition, RowPrefix, rest, old => old < first, row => [Row.Delete(partition, row.RowKey, row.ETag)]);
            return DayVisit.OfDeletion(deleted, rest);
        });
    }

    static string KeyOf(DateOnly day) => RowPrefix + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
