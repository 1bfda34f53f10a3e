using Azure;
using Azure.Data.Tables;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.Deliveries;

/// <summary>The keys of a delivery in the ledger.</summary>
public sealed record LedgerReference(string GroupId, string RowKey)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "outbox";
}

/// <summary>A delivery as it was read or written last.</summary>
public sealed record LedgerEntry(LedgerReference Reference, Stored<Delivery> Row)
{
    public Delivery Delivery => Row.Value;
}

/// <summary>A new delivery and its rows, for a transaction of its group.</summary>
public sealed record LedgerDraft(
    LedgerReference Reference, Delivery Delivery, IReadOnlyList<TableTransactionAction> Rows)
{
    /// <summary>The deliveries after the transaction, which answered with these ETags for their rows.</summary>
    public static IReadOnlyList<LedgerEntry> Written(IReadOnlyList<LedgerDraft> drafts, IReadOnlyList<ETag> etags)
    {
        List<LedgerEntry> entries = [];
        var written = 0;
        foreach (var draft in drafts)
        {
            // The delivery is the last of its rows.
            written += draft.Rows.Count;
            var row = new Stored<Delivery>(draft.Reference.RowKey, draft.Delivery, etags[written - 1], null);
            entries.Add(new LedgerEntry(draft.Reference, row));
        }

        return entries;
    }
}

/// <summary>
/// The ledger (送达): a partition for each group, in order of time. A row under the digest of the idempotency key refers
/// to the delivery; both rows are added in one transaction, so that a key has one delivery.
/// </summary>
public sealed class Ledger(DeliveriesTable table, TimeProvider clock, ILogger<Ledger> log)
{
    const string NamePrefix = "name-";
    const string DeliveryPrefix = "sent-";

    /// <summary>
    /// The prefix of rows that say what a group may still be sent, also of other stores. They are few, so that one
    /// request reads them all.
    /// </summary>
    internal const string BudgetPrefix = "budget-";

    internal const string BudgetRow = BudgetPrefix + "robot";
    internal const string GroupSendRow = BudgetPrefix + "group-send";
    internal const string GroupSendsSeenRow = BudgetPrefix + "group-sends-seen";

    readonly DayIndex days = new(table, "$deliveries", clock, log);

    // The order of effects of the same instant.
    int entries;

    /// <summary>Enters the effect; a repeat enters nothing and returns the existing row.</summary>
    public Task<LedgerEntry> EnterAsync(NewDelivery request) => EnterAsync(Delivery.From(request));

    /// <summary>
    /// The rows of a new delivery on which the commands are decided. The transaction fails when its key was entered.
    /// </summary>
    public Task<LedgerDraft> DraftAsync(NewDelivery request, params IReadOnlyList<DeliveryCommand> commands) =>
        DraftAsync(commands.Aggregate(Delivery.From(request), Apply));

    /// <summary>
    /// The rows of a new message of a robot: its place among those that the budget leaves, and the delivery, which is
    /// begun when the place is now.
    /// </summary>
    public async Task<LedgerDraft> DraftRobotMessageAsync(
        NewDelivery request, Stored<RobotBudget>? read, DeliveryCommand.Begin begin)
    {
        var (budget, at) = Reserve(read, request.GroupId, request.Priority, begin.At);
        var place = new DeliveryCommand.Postpone(at) { At = begin.At };
        var draft = await DraftAsync(request, place, begin);
        return draft with { Rows = [Row.Write(request.GroupId, BudgetRow, budget, read), .. draft.Rows] };
    }

    /// <summary>
    /// Decides on deliveries of one group and stores the results in one transaction, without a read; null when one of
    /// them changed since it was read. <paramref name="alsoStore"/> makes further rows of the group's partition from
    /// the deliveries after the decision.
    /// </summary>
    public async Task<IReadOnlyList<LedgerEntry>?> TryDecideAsync(
        IReadOnlyList<(LedgerEntry Entry, DeliveryCommand Command)> decisions,
        Func<IReadOnlyList<Delivery>, IReadOnlyList<TableTransactionAction>>? alsoStore = null)
    {
        var after = decisions.Select(item => Apply(item.Entry.Delivery, item.Command)).ToList();
        var rows = decisions.Select((item, i) => RowOf(item.Entry, after[i]));
        try
        {
            var etags = await table.WriteAsync([.. rows, .. alsoStore?.Invoke(after) ?? []]);
            return [.. decisions.Select((item, i) => item.Entry with
            {
                Row = item.Entry.Row with { Value = after[i], ETag = etags[i] },
            })];
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    /// <summary>Enters a reminder to staff, which the app gives by this row and no channel.</summary>
    public Task RecordSentAsync(NewDelivery request, string taskId) =>
        EnterAsync(Delivery.From(request) with { State = DeliveryState.Sent, SentAt = request.At, TaskId = taskId });

    /// <summary>The delivery; null when there is none.</summary>
    public async Task<Delivery?> FindAsync(LedgerReference reference) => (await FindRowAsync(reference))?.Value;

    /// <summary>The delivery with this idempotency key; null when there is none.</summary>
    public async Task<Delivery?> FindByKeyAsync(string groupId, string key) =>
        await FindAsync(groupId, key) is { } reference ? await FindAsync(reference) : null;

    /// <summary>The delivery with its row; throws when there is none.</summary>
    public async Task<LedgerEntry> ReadAsync(LedgerReference reference) => new(
        reference,
        await FindRowAsync(reference)
            ?? throw new InvalidOperationException($"The ledger of {reference.GroupId} has no {reference.RowKey}."));

    /// <summary>The reference of the delivery with this idempotency key; null when there is none.</summary>
    public async Task<LedgerReference?> FindAsync(string groupId, string key) =>
        await table.FindAsync<string>(groupId, NamePrefix + EffectKey.Digest(key)) is { } entered
            ? new LedgerReference(groupId, entered.Value)
            : null;

    /// <summary>Decides on the delivery by the commands in their order and stores the result.</summary>
    public async Task<Delivery> DecideAsync(
        LedgerReference reference, params IReadOnlyList<DeliveryCommand> commands) =>
        (await DecideAsync(await ReadAsync(reference), commands)).Delivery;

    /// <summary>
    /// The same without reading the delivery, unless it changed since <paramref name="entry"/> was read or written, or
    /// the commands would not change it.
    /// </summary>
    public Task<LedgerEntry> DecideAsync(LedgerEntry entry, params IReadOnlyList<DeliveryCommand> commands) =>
        table.RetryAsync(async isFirst =>
        {
            var changes = commands.Aggregate(entry.Delivery, Apply) != entry.Delivery;
            var read = isFirst && changes ? entry : await ReadAsync(entry.Reference);
            var after = commands.Aggregate(read.Delivery, Apply);
            if (after == read.Delivery) return read;
            var written = await table.WriteAsync(RowOf(read, after));
            return read with { Row = read.Row with { Value = after, ETag = written[0] } };
        });

    /// <summary>
    /// Reserves a place among the robot messages of the group and begins the attempt, in one transaction. The delivery
    /// stays <c>Queued</c> when the place comes later, and is unchanged when another attempt was first.
    /// </summary>
    public Task<LedgerEntry> BeginRobotMessageAsync(LedgerEntry entry, DeliveryCommand.Begin begin) =>
        table.RetryAsync(async isFirst =>
        {
            var read = isFirst ? entry : await ReadAsync(entry.Reference);
            var (delivery, groupId) = (read.Delivery, entry.Reference.GroupId);
            if (delivery.State is not DeliveryState.Queued || delivery.NotBefore != entry.Delivery.NotBefore)
                return read;
            var budgetRead = await table.FindAsync<RobotBudget>(groupId, BudgetRow);
            var (budget, at) = Reserve(budgetRead, groupId, delivery.Priority, begin.At);
            var postponed = Apply(delivery, new DeliveryCommand.Postpone(at, delivery.NotBefore) { At = begin.At });
            var after = Apply(postponed, begin);
            var written = await table.WriteAsync(
                Row.Write(groupId, BudgetRow, budget, budgetRead), RowOf(read, after));
            return read with { Row = read.Row with { Value = after, ETag = written[1] } };
        });

    /// <summary>Reserves a group send for the delivery; false when the delivery does not get one.</summary>
    public Task<bool> ReserveGroupSendAsync(Delivery delivery, DateTimeOffset now, GroupSendRule rule) =>
        table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<GroupSendBudget>(delivery.GroupId, GroupSendRow);
            var seen = await table.FindAsync<GroupSendsSeen>(delivery.GroupId, GroupSendsSeenRow);
            var before = read?.Value ?? new GroupSendBudget();
            if (before.FindFuture(now) is { } future) ReportDiscarded(GroupSendRow, delivery.GroupId, future);
            if (before.Reserve(delivery, now, rule, seen?.Value) is not { } after) return false;
            if (after != before) await table.CommitAsync(Row.Write(delivery.GroupId, GroupSendRow, after, read));
            return true;
        });

    /// <summary>Gives back the group send of a delivery for which the channel prepared none.</summary>
    public Task ReleaseGroupSendAsync(Delivery delivery) => table.RetryAsync(async () =>
    {
        if (await table.FindAsync<GroupSendBudget>(delivery.GroupId, GroupSendRow) is not { } read) return false;
        var after = read.Value.Release(delivery.Key);
        if (after == read.Value) return false;
        await table.CommitAsync(Row.Write(delivery.GroupId, GroupSendRow, after, read));
        return true;
    });

    /// <summary>The group sends of the app to the group, and those that only the platform tells of.</summary>
    public async Task<(GroupSendBudget Budget, GroupSendsSeen Seen)> ReadGroupSendsAsync(string groupId) => (
        (await table.FindAsync<GroupSendBudget>(groupId, GroupSendRow))?.Value ?? new GroupSendBudget(),
        (await table.FindAsync<GroupSendsSeen>(groupId, GroupSendsSeenRow))?.Value ?? GroupSendsSeen.None);

    /// <summary>Counts a group send that no delivery of the period has; a repeat counts nothing.</summary>
    public Task NoteGroupSendAsync(string groupId, string messageId, GroupSendPeriod period) =>
        table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<GroupSendsSeen>(groupId, GroupSendsSeenRow);
            var before = read?.Value ?? GroupSendsSeen.None;
            var after = before.Add(period, messageId);
            if (after != before) await table.CommitAsync(Row.Write(groupId, GroupSendsSeenRow, after, read));
            return true;
        });

    /// <summary>One page of the group's deliveries, oldest first.</summary>
    public async Task<Slice<Delivery>> PageAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<Delivery>(groupId, DeliveryPrefix, size, continuation)).Map(delivery => delivery.Value);

    /// <summary>The group's deliveries that were queued from an instant on, oldest first, at most so many.</summary>
    public async Task<IReadOnlyList<Delivery>> SinceAsync(string groupId, DateTimeOffset since, int size) =>
    [
        .. (await table.RowsAfterAsync<Delivery>(
            groupId, DeliveryPrefix, $"{DeliveryPrefix}{since.UtcTicks:d19}", size)).Select(row => row.Value),
    ];

    /// <summary>
    /// Deletes rows of effects that are over and older than <paramref name="horizon"/>, oldest first, at most
    /// <paramref name="budget"/>.
    /// </summary>
    public Task ForgetAsync(DateTimeOffset horizon, int budget) =>
        days.StepAsync(horizon, budget, (day, rest) => ForgetDayAsync(day, horizon, rest));

    async Task<DayVisit> ForgetDayAsync(IndexedDay day, DateTimeOffset horizon, int budget)
    {
        var isOneOpen = false;
        var deleted = await table.ForgetAsync<Delivery>(
            day.Owner,
            DeliveryPrefix,
            budget,
            delivery => delivery.QueuedAt < day.Until,
            row =>
            {
                if (DeliveryRules.IsForgettable(row.Value, horizon)) return DeletionOf(day.Owner, row);
                isOneOpen |= !row.Value.IsPermanent;
                return [];
            },
            after: $"{DeliveryPrefix}{day.From.UtcTicks:d19}");
        return deleted < budget && isOneOpen
            ? new DayVisit(deleted, DayOutcome.Postponed)
            : DayVisit.OfDeletion(deleted, budget);
    }

    /// <summary>Enters the draft; null when its key was entered before.</summary>
    public async Task<LedgerEntry?> TryEnterAsync(LedgerDraft draft)
    {
        try
        {
            return LedgerDraft.Written([draft], await table.WriteAsync(draft.Rows))[0];
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    async Task<LedgerEntry> EnterAsync(Delivery delivery) =>
        await TryEnterAsync(await DraftAsync(delivery))
        ?? await ReadAsync((await FindAsync(delivery.GroupId, delivery.Key))!);

    async Task<LedgerDraft> DraftAsync(Delivery delivery)
    {
        await days.AddAsync(delivery.QueuedAt, delivery.GroupId);
        var digest = EffectKey.Digest(delivery.Key);
        var ordinal = (uint)Interlocked.Increment(ref entries);
        var rowKey = $"{DeliveryPrefix}{delivery.QueuedAt.UtcTicks:d19}-{ordinal:d10}-{digest}";
        return new LedgerDraft(
            new LedgerReference(delivery.GroupId, rowKey),
            delivery,
            [
                Row.Add(delivery.GroupId, NamePrefix + digest, rowKey),
                Row.Add(delivery.GroupId, rowKey, delivery),
            ]);
    }

    (RobotBudget After, DateTimeOffset At) Reserve(
        Stored<RobotBudget>? read, string groupId, DeliveryPriority priority, DateTimeOffset now)
    {
        var before = read?.Value ?? new RobotBudget();
        if (before.IsFromFuture(now)) ReportDiscarded(BudgetRow, groupId, before.ReservedAt);
        return before.Reserve(priority, now);
    }

    void ReportDiscarded(string row, string groupId, DateTimeOffset? reservedAt) => log.LogWarning(
        "{Row} of group {GroupId} is from the future, {ReservedAt:u}: a clock ran fast. It is discarded.",
        row,
        groupId,
        reservedAt);

    // The name is deleted with the row, so that no name leads nowhere.
    static TableTransactionAction[] DeletionOf(string groupId, Stored<Delivery> row) =>
    [
        Row.Delete(groupId, row.RowKey, row.ETag),
        Row.Delete(groupId, NamePrefix + EffectKey.Digest(row.Value.Key), ETag.All),
    ];

    static TableTransactionAction RowOf(LedgerEntry read, Delivery after) =>
        Row.Write(read.Reference.GroupId, read.Reference.RowKey, after, read.Row);

    Task<Stored<Delivery>?> FindRowAsync(LedgerReference reference) =>
        table.FindAsync<Delivery>(reference.GroupId, reference.RowKey);

    static Delivery Apply(Delivery delivery, DeliveryCommand command) =>
        DeliveryRules.Decide(command, delivery).Aggregate(delivery, DeliveryRules.Evolve);
}
