using Community.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.DueWork;

/// <summary>
/// Hands over stored work to the queue, in the minute before it is due, and work that no instance handed over in time.
/// A message is stored before its rows are deleted: an interrupted step sends it again.
/// </summary>
public sealed class HandOverDueWorkFunction(
    DueWorkTable table, DueWorkPosition position, MessageQueue<DueWorkBatch> queue, TimeProvider clock)
{
    const int PageSize = 1_000;

    // The position tells what was missed, so the host need not store the schedule's state each minute.
    [Function("HandOverDueWork")]
    public async Task Run([TimerTrigger("0 * * * * *", UseMonitor = false)] TimerInfo timer)
    {
        var now = clock.GetUtcNow();
        var known = await position.FindAsync();
        var range = DueWorkRules.RangeOf(known, now);
        var page = await ReadAsync(range.From, range.Until);
        var overdue = page.Where(item => DueWorkRules.IsOverdue(item, now)).Take(DueWorkRules.MaxOverdue).ToList();
        await HandOverAsync(overdue, now);
        if (page.Count < PageSize)
        {
            await HandOverAsync([.. page.Where(item => !DueWorkRules.IsOverdue(item, now))], now);
            if (overdue.Count < DueWorkRules.MaxOverdue && DueWorkRules.NextPosition(known, now) is { } next)
                await position.SaveAsync(next);
            return;
        }

        // Work that is on time does not wait for the rest of what is overdue.
        IReadOnlyList<DueWorkItem> onTime;
        do
        {
            onTime = await ReadAsync(DueWorkRules.MinuteOf(now), range.Until);
            await HandOverAsync(onTime, now);
        }
        while (onTime.Count == PageSize);
    }

    async Task<IReadOnlyList<DueWorkItem>> ReadAsync(DateTimeOffset from, DateTimeOffset until)
    {
        var rows = await table.RangeAsync<DueWorkItem>(
            DueWorkItem.MinuteKey(from), DueWorkItem.MinuteKey(until), PageSize);
        return [.. rows.Select(row => row.Value)];
    }

    async Task HandOverAsync(IReadOnlyList<DueWorkItem> items, DateTimeOffset now)
    {
        var delayed = items.Select((item, ordinal) =>
            (Item: item, Delay: DueWorkRules.DelayOf(item, now, ordinal, items.Count)));
        foreach (var second in delayed.GroupBy(item => item.Delay, item => item.Item))
        {
            foreach (var batch in second.Chunk(DueWorkBatch.MaxItems))
                await queue.SendAsync(new DueWorkBatch(batch), second.Key);
        }

        foreach (var partition in items.GroupBy(item => item.PartitionKey, item => item.RowKey))
            await table.DeleteIfExistsAsync(partition.Key, partition);
    }
}
