using Azure;
using Azure.Data.Tables;
using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.StaffNotices;

/// <summary>The notices of a recipient that wait, and the state of the messages to that recipient.</summary>
public sealed record WaitingNotices(
    string Recipient, Stored<StaffOutbox>? Row, IReadOnlyList<Stored<StaffNotice>> Notices)
{
    public StaffOutbox Outbox => Row?.Value ?? StaffOutbox.Empty;
}

/// <summary>
/// Notices by recipient. A row under the id of a notice is added with it and kept for <see cref="Retention"/>, so that
/// nobody is told the same twice.
/// </summary>
public sealed class StaffNoticeStore(StaffNoticesTable table, TimeProvider clock, ILogger<StaffNoticeStore> log)
{
    /// <summary>Longer than the work is kept that may ask for a notice again.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(35);

    const string OutboxRow = "outbox";
    const string WaitingPrefix = "waiting-";
    const string GivenPrefix = "given-";

    // Far below the rows of a transaction.
    const int MaxNotices = 90;

    readonly DayIndex days = new(table, "$given", clock, log);

    /// <summary>Adds the notice once; true when it waits.</summary>
    public async Task<bool> AddAsync(string recipient, StaffNotice notice)
    {
        await days.AddAsync(notice.At, recipient);
        return await table.TryCommitAsync(
                Row.Add(recipient, GivenPrefix + notice.Id, notice.At),
                Row.Add(recipient, WaitingPrefix + notice.Id, notice))
            || await table.FindAsync<StaffNotice>(recipient, WaitingPrefix + notice.Id) is not null;
    }

    /// <summary>The notices that wait, as many as one message tells of.</summary>
    public async Task<WaitingNotices> ReadAsync(string recipient) => new(
        recipient,
        await table.FindAsync<StaffOutbox>(recipient, OutboxRow),
        await table.RowsAfterAsync<StaffNotice>(recipient, WaitingPrefix, after: null, MaxNotices));

    /// <summary>
    /// Replaces the state and deletes the notices with these keys; throws <see cref="ConflictException"/> when the
    /// state changed since it was read.
    /// </summary>
    public async Task<WaitingNotices> WriteAsync(
        WaitingNotices read, StaffOutbox outbox, params IReadOnlyList<string> done)
    {
        var deletions = done.Select(key => Row.Delete(read.Recipient, key, ETag.All));
        List<TableTransactionAction> rows = [Row.Write(read.Recipient, OutboxRow, outbox, read.Row), .. deletions];
        var etags = await table.WriteAsync(rows);
        return read with { Row = new(OutboxRow, outbox, etags[0], Fingerprint: null) };
    }

    /// <summary>
    /// Deletes what says that notices were given before <paramref name="horizon"/>, at most <paramref name="budget"/>
    /// rows.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) => days.StepAsync(horizon, budget, ForgetDayAsync);

    // The rows of a recipient are few, and are not in order of time.
    async Task<DayVisit> ForgetDayAsync(IndexedDay day, int budget)
    {
        var given = await table.AllAsync<DateTimeOffset>(day.Owner, GivenPrefix);
        var old = given.Where(row => row.Value < day.Until).Take(budget).ToList();
        await table.DeleteAsync(day.Owner, old);
        return DayVisit.OfDeletion(old.Count, budget);
    }
}
