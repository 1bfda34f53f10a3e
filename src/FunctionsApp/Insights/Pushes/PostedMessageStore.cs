using System.Globalization;
using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// When members posted messages, by group, where the channel reports it. No member and no text is stored.
/// </summary>
public sealed class PostedMessageStore(PushInsightsTable table, TimeProvider clock, ILogger<PostedMessageStore> log)
{
    /// <summary>How long a message counts as a reply of the push before it.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(14);

    const string PartitionPrefix = "messages-";
    const string RowPrefix = "at-";

    readonly DayIndex days = new(table, "$messages", clock, log);

    /// <summary>Stores a message, once for each event of the channel.</summary>
    public async Task AddAsync(string webhookId, string groupId, DateTimeOffset at)
    {
        await days.AddAsync(at, groupId);
        await table.CommitAsync(
            Row.Put(PartitionPrefix + groupId, $"{KeyOf(at)}-{EffectKey.Digest(webhookId)}", at));
    }

    /// <summary>
    /// The messages after an instant, up to and with another. Null when they are not known: they are no longer kept, or
    /// the channel has reported none of the group.
    /// </summary>
    public async Task<int?> CountAsync(string groupId, DateTimeOffset after, DateTimeOffset until)
    {
        if (after < clock.GetUtcNow() - Retention) return null;
        var partition = PartitionPrefix + groupId;
        var rows = await table.BetweenAsync<DateTimeOffset>(
            partition, KeyOf(after.AddTicks(1)), KeyOf(until.AddTicks(1)));
        if (rows.Count > 0) return rows.Count;
        return await table.RowsAfterAsync<DateTimeOffset>(partition, RowPrefix, after: null, 1) is [] ? null : 0;
    }

    /// <summary>
    /// The instants of the messages from <paramref name="from"/> to before <paramref name="until"/>, with one request
    /// for each 1,000.
    /// </summary>
    public async Task<IReadOnlyList<DateTimeOffset>> InstantsAsync(
        string groupId, DateTimeOffset from, DateTimeOffset until)
    {
        var rows = await table.BetweenAsync<DateTimeOffset>(PartitionPrefix + groupId, KeyOf(from), KeyOf(until));
        return [.. rows.Select(row => row.Value).Where(at => at < until)];
    }

    /// <summary>Deletes messages that no longer count, at most <paramref name="budget"/>.</summary>
    public Task ForgetAsync(int budget)
    {
        var horizon = clock.GetUtcNow() - Retention;
        return days.StepAsync(horizon, budget, async (day, rest) =>
        {
            var deleted = await table.ForgetAsync<DateTimeOffset>(
                PartitionPrefix + day.Owner,
                RowPrefix,
                rest,
                at => at < day.Until && at < horizon,
                row => [Row.Delete(PartitionPrefix + day.Owner, row.RowKey, row.ETag)]);
            return DayVisit.OfDeletion(deleted, rest);
        });
    }

    static string KeyOf(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{at.UtcTicks:d19}");
}
