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

/// <summary>The history of a group's messages for the guards, and its own limits.</summary>
public sealed record GroupPushRows(Stored<GroupPushHistory>? History, Stored<PushLimitsOverride>? Limits);

/// <summary>
/// The pushes of groups, in the partition of the group's ledger, with the history that the guards ask. A push and the
/// history change in one transaction.
/// </summary>
public sealed class PushStore(DeliveriesTable table, TimeProvider clock, ILogger<PushStore> log)
{
    const string PushPrefix = "push-";
    const string HistoryRow = "pushes-history";
    const string LimitsRow = "pushes-limits";
    const int RowsPerTransaction = 100;

    // Days are the planned local dates of pushes.
    readonly DayIndex days = new(table, "$pushes", clock, log);

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{Task{T}})"/>
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => table.RetryAsync(attempt);

    /// <summary>The push; null when there is none.</summary>
    public async Task<Stored<Push>?> FindAsync(string id) =>
        PushId.Parse(id) is var (groupId, name) ? await table.FindAsync<Push>(groupId, PushPrefix + name) : null;

    /// <summary>The pushes of the group whose planned local dates are from one to another, both included.</summary>
    public Task<IReadOnlyList<Stored<Push>>> ReadAsync(string groupId, DateOnly from, DateOnly to) =>
        table.BetweenAsync<Push>(groupId, KeyOf(from), KeyOf(to.AddDays(1)));

    public async Task<GroupPushRows> ReadGroupAsync(string groupId)
    {
        var rows = await table.BetweenAsync<JsonElement>(groupId, HistoryRow, LimitsRow);
        return new GroupPushRows(
            rows.FirstOrDefault(row => row.RowKey == HistoryRow)?.As<GroupPushHistory>(),
            rows.FirstOrDefault(row => row.RowKey == LimitsRow)?.As<PushLimitsOverride>());
    }

    public Task SaveLimitsAsync(string groupId, PushLimitsOverride limits) =>
        table.CommitAsync(Row.Put(groupId, LimitsRow, limits));

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
    /// <paramref name="entry"/> when the push is queued or was sent by a person, and loses it when it was not sent.
    /// </summary>
    public Task<Decided<Push, PushEvent>?> DecideAsync(
        string id, PushHistoryEntry? entry, params IReadOnlyList<PushCommand> commands) => table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            List<PushEvent> events = [];
            var after = read.Value;
            foreach (var command in commands)
            {
                var decided = PushRules.Decide(command, after);
                events.AddRange(decided);
                after = decided.Aggregate(after, PushRules.Evolve);
            }

            if (events.Exists(happened => happened is not PushEvent.Refused))
            {
                await table.CommitAsync(
                [
                    Row.Write(after.GroupId, KeyOf(after), after, read),
                    .. await HistoryRowAsync(read.Value, after, entry),
                ]);
            }

            return new Decided<Push, PushEvent>(after, events);
        });

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
        var read = await table.FindAsync<GroupPushHistory>(after.GroupId, HistoryRow);
        var history = read?.Value ?? new GroupPushHistory();
        if (!counts) history = history.Remove(after.Id);
        else if (entry is not null) history = history.Add(entry).Trim(entry.At);
        else return [];
        return [Row.Write(after.GroupId, HistoryRow, history, read)];
    }

    // A message that is on its way counts as one that was sent.
    static bool Counts(Push push) => push.State is PushState.Queued or PushState.AwaitingStaff or PushState.Sent;

    static string KeyOf(Push push) => PushPrefix + PushId.Parse(push.Id)!.Value.Name;

    static string KeyOf(DateOnly date) => PushPrefix + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
