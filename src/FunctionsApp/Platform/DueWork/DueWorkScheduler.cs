using System.Text.Json;
using Community.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.DueWork;

/// <summary>Stores work until its instant.</summary>
public sealed class DueWorkScheduler(DueWorkTable table, MessageQueue<DueWorkBatch> queue, TimeProvider clock)
{
    /// <summary>
    /// Schedules work for an instant, with one storage request. The same work at the same instant is scheduled once;
    /// work whose instant is near or past goes to the queue, where a repeat makes a second message.
    /// </summary>
    public Task ScheduleAsync<T>(string kind, DateTimeOffset at, T data) =>
        ScheduleAsync(new DueWorkItem(kind, at, JsonSerializer.Serialize(data, StoredJson.Options)));

    /// <summary>Schedules work for this instant, several items with one storage request.</summary>
    public async Task ScheduleNowAsync<T>(string kind, IEnumerable<T> data)
    {
        var now = clock.GetUtcNow();
        var items = data.Select(item => new DueWorkItem(kind, now, JsonSerializer.Serialize(item, StoredJson.Options)));
        foreach (var batch in items.Chunk(DueWorkBatch.MaxItems))
            await queue.SendAsync(new DueWorkBatch(batch), TimeSpan.Zero);
    }

    /// <inheritdoc cref="ScheduleAsync{T}"/>
    public Task ScheduleAsync(DueWorkItem item)
    {
        var now = clock.GetUtcNow();
        return DueWorkRules.IsForQueue(item.At, now)
            ? queue.SendAsync(new DueWorkBatch([item]), item.At - now)
            : table.CommitAsync(Row.Put(item.PartitionKey, item.RowKey, item));
    }
}

/// <summary>Items that are due in the same second.</summary>
public sealed record DueWorkBatch(IReadOnlyList<DueWorkItem> Items)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "due-work";

    /// <summary>The most items of a message.</summary>
    public const int MaxItems = 16;
}
