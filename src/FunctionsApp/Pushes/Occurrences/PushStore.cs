using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>
/// The pushes of groups, in the partition of the group's ledger, with the history that the guards ask. A push and the
/// history change in one transaction.
/// </summary>
public sealed class PushStore(DeliveriesTable table, TimeProvider clock, ILogger<PushStore> log)
{
    const string PushPrefix = "push-";
    const int RowsPerTransaction = 100;

    // Days are the planned local dates of pushes.
    readonly DayIndex days = new(table, "$pushes", clock, log);

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{Task{T}})"/>
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => table.RetryAsync(attempt);

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{bool, Task{T}})"/>
    public Task<T> RetryAsync<T>(Func<bool, Task<T>> attempt) => table.RetryAsync(attempt);

    /// <summary>The push; null when there is none.</summary>
    public async Task<Stored<Push>?> FindAsync(string id) =>
        PushId.Parse(id) is var (groupId, name) ? await table.FindAsync<Push>(groupId, PushPrefix + name) : null;

    /// <summary>The pushes of the group whose planned local dates are from one to another, both included.</summary>
    public Task<IReadOnlyList<Stored<Push>>> ReadAsync(string groupId, DateOnly from, DateOnly to) =>
        table.BetweenAsync<Push>(groupId, KeyOf(from), KeyOf(to.AddDays(1)));

    /// <summary>What the group may still be sent, with one request.</summary>
    public async Task<GroupPushRows> ReadGroupAsync(string groupId) =>
        new(await table.AllAsync<JsonElement>(groupId, Ledger.BudgetPrefix));

    public Task SaveLimitsAsync(string groupId, PushLimitsOverride limits) =>
        table.CommitAsync(Row.Put(groupId, GroupPushRows.LimitsRow, limits));

    /// <summary>
    /// Writes the rows of a calendar. Throws <see cref="ConflictException"/> when a push changed since it was read.
    /// </summary>
    public async Task CommitAsync(string groupId, CalendarChange change, IReadOnlyList<Stored<Push>> stored)
    {
        foreach (var day in change.Added.Select(PushId.DateOf).Distinct())
            await days.AddAsync(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), groupId);
        var byId = stored.ToDictionary(push => push.Value.Id, StringComparer.Ordinal);
        IEnumerable<TableTransactionAction> rows =
        [
            .. change.Added.Select(push => Row.Add(groupId, KeyOf(push), push)),
            .. change.Changed.Select(push => Row.Write(groupId, KeyOf(push), push, byId[push.Id])),
            .. change.Removed.Select(push => Row.Delete(groupId, KeyOf(push), byId[push.Id].ETag)),
        ];
        foreach (var transaction in rows.Chunk(RowsPerTransaction)) await table.CommitAsync(transaction);
    }

    /// <summary>
    /// Decides on the push and stores the result; null when there is no such push. The history gets
    /// <paramref name="entry"/> when a person sent the push, and loses its own when it was not sent.
    /// </summary>
    public Task<Decided<Push, PushEvent>?> DecideAsync(string id, PushHistoryEntry? entry, PushCommand command) =>
        table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            var events = PushRules.Decide(command, read.Value);
            var after = events.Aggregate(read.Value, PushRules.Evolve);
            if (events.Any(happened => happened is not PushEvent.Refused))
                await table.CommitAsync([ToRow(read, after), .. await HistoryRowAsync(read.Value, after, entry)]);
            return new Decided<Push, PushEvent>(after, events);
        });

    /// <summary>
    /// Stores the push, which is queued now, with its delivery and the history in one transaction. Throws
    /// <see cref="ConflictException"/> when the push or a row of the group changed since it was read.
    /// </summary>
    public async Task<(Stored<Push> Push, LedgerEntry Delivery)> QueueAsync(
        Stored<Push> read, Push queued, PushHistoryEntry entry, GroupPushRows group, LedgerDraft draft)
    {
        var history = (group.History?.Value ?? new GroupPushHistory()).Add(entry).Trim(entry.At);
        var etags = await table.WriteAsync(
        [
            .. draft.Rows,
            ToRow(read, queued),
            Row.Write(queued.GroupId, GroupPushRows.HistoryRow, history, group.History),
        ]);
        return (read with { Value = queued, ETag = etags[draft.Rows.Count] }, LedgerDraft.Written([draft], etags)[0]);
    }

    /// <summary>The row of the push after a decision that does not concern the history.</summary>
    public static TableTransactionAction ToRow(Stored<Push> read, Push after) =>
        Row.Write(after.GroupId, read.RowKey, after, read);

    /// <summary>True for a message that is on its way or was sent: it is part of the history.</summary>
    public static bool Counts(Push push) =>
        push.State is PushState.Queued or PushState.AwaitingStaff or PushState.Sent;

    /// <summary>
    /// The groups that have pushes of a planned local date, by <see cref="DayIndex.ReadAsync"/>. A group and day can
    /// come again.
    /// </summary>
    public Task<IReadOnlyList<Stored<IndexedDay>>> ReadDaysAsync(string? after, DateTimeOffset horizon, int size) =>
        days.ReadAsync(after, horizon, size);

    /// <summary>
    /// Deletes pushes that are over, of days before the instant, at most <paramref name="budget"/>. A push always ends.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) =>
        days.StepAsync(horizon, budget, async (day, rest) =>
        {
            var deleted = await table.ForgetAsync<Push>(
                day.Owner,
                KeyOf(day.Day),
                rest,
                _ => true,
                row => row.Value.IsOver ? [Row.Delete(day.Owner, row.RowKey, row.ETag)] : []);
            return DayVisit.OfDeletion(deleted, rest);
        });

    async Task<IReadOnlyList<TableTransactionAction>> HistoryRowAsync(Push before, Push after, PushHistoryEntry? entry)
    {
        var counts = Counts(after);
        if (Counts(before) == counts) return [];
        var read = await table.FindAsync<GroupPushHistory>(after.GroupId, GroupPushRows.HistoryRow);
        var history = read?.Value ?? new GroupPushHistory();
        if (!counts) history = history.Remove(after.Id);
        else if (entry is not null) history = history.Add(entry).Trim(entry.At);
        else return [];
        return [Row.Write(after.GroupId, GroupPushRows.HistoryRow, history, read)];
    }

    static string KeyOf(Push push) => PushPrefix + PushId.Parse(push.Id)!.Value.Name;

    static string KeyOf(DateOnly date) => PushPrefix + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
