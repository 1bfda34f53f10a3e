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

/// <summary>
/// The ledger (送达): a partition for each group, in order of time. A row under the digest of the idempotency key refers
/// to the delivery; both rows are added in one transaction, so that a key has one delivery.
/// </summary>
public sealed class Ledger(DeliveriesTable table, ILogger<Ledger> log)
{
    const string NamePrefix = "name-";
    const string DeliveryPrefix = "sent-";
    const string BudgetRow = "budget-robot";
    const string GroupSendRow = "budget-group-send";

    // The order of effects of the same instant.
    int entries;

    /// <summary>Enters the effect; a repeat enters nothing and returns the existing row.</summary>
    public Task<LedgerReference> EnterAsync(NewDelivery request) => EnterAsync(Delivery.From(request));

    /// <summary>Enters a reminder to staff, which the app gives by this row and no channel.</summary>
    public Task<LedgerReference> RecordSentAsync(NewDelivery request, string taskId) =>
        EnterAsync(Delivery.From(request) with { State = DeliveryState.Sent, SentAt = request.At, TaskId = taskId });

    /// <summary>The delivery; null when there is none.</summary>
    public async Task<Delivery?> FindAsync(LedgerReference reference) => (await ReadAsync(reference))?.Value;

    /// <summary>The reference of the delivery with this idempotency key; null when there is none.</summary>
    public async Task<LedgerReference?> FindAsync(string groupId, string key) =>
        await table.FindAsync<string>(groupId, NamePrefix + EffectKey.Digest(key)) is { } entered
            ? new LedgerReference(groupId, entered.Value)
            : null;

    /// <summary>Decides on the delivery by the commands in their order and stores the result.</summary>
    public Task<Delivery> DecideAsync(LedgerReference reference, params IReadOnlyList<DeliveryCommand> commands) =>
        table.RetryAsync(async () =>
        {
            var read = await ReadAsync(reference)
                ?? throw new InvalidOperationException($"The ledger of {reference.GroupId} has no {reference.RowKey}.");
            var after = commands.Aggregate(read.Value, Apply);
            if (after != read.Value)
                await table.CommitAsync(Row.Write(reference.GroupId, reference.RowKey, after, read));
            return after;
        });

    /// <summary>
    /// Reserves a place among the robot messages of the group. The result is the earliest instant of the message.
    /// </summary>
    public Task<DateTimeOffset> ReserveRobotAsync(string groupId, DeliveryPriority priority, DateTimeOffset now) =>
        table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<RobotBudget>(groupId, BudgetRow);
            var before = read?.Value ?? new RobotBudget();
            if (before.IsFromFuture(now)) ReportDiscarded(BudgetRow, groupId, before.ReservedAt);
            var (after, at) = before.Reserve(priority, now);
            await table.CommitAsync(Row.Write(groupId, BudgetRow, after, read));
            return at;
        });

    /// <summary>Reserves the day's group send for the delivery; false when the delivery does not get it.</summary>
    public Task<bool> ReserveGroupSendAsync(Delivery delivery, DateOnly today, DateTimeOffset now) =>
        table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<GroupSendBudget>(delivery.GroupId, GroupSendRow);
            var before = read?.Value ?? new GroupSendBudget();
            if (before.IsFromFuture(now)) ReportDiscarded(GroupSendRow, delivery.GroupId, before.ReservedAt);
            if (before.Reserve(delivery, today, now) is not { } after) return false;
            if (after != before) await table.CommitAsync(Row.Write(delivery.GroupId, GroupSendRow, after, read));
            return true;
        });

    /// <summary>One page of the group's deliveries, oldest first.</summary>
    public async Task<Slice<Delivery>> PageAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<Delivery>(groupId, DeliveryPrefix, size, continuation)).Map(delivery => delivery.Value);

    /// <summary>
    /// Deletes rows of effects that are over and older than <paramref name="horizon"/>, oldest first, at most
    /// <paramref name="budget"/>; returns how many.
    /// </summary>
    public Task<int> ForgetAsync(string groupId, DateTimeOffset horizon, int budget) => table.ForgetAsync<Delivery>(
        groupId,
        DeliveryPrefix,
        budget,
        delivery => delivery.QueuedAt < horizon,
        row => DeliveryRules.IsForgettable(row.Value, horizon) ? DeletionOf(groupId, row) : []);

    async Task<LedgerReference> EnterAsync(Delivery delivery)
    {
        var digest = EffectKey.Digest(delivery.Key);
        var name = NamePrefix + digest;
        var ordinal = (uint)Interlocked.Increment(ref entries);
        var rowKey = $"{DeliveryPrefix}{delivery.QueuedAt.UtcTicks:d19}-{ordinal:d10}-{digest}";
        var isNew = await table.TryAddAsync(
            Row.Add(delivery.GroupId, name, rowKey), Row.Add(delivery.GroupId, rowKey, delivery));
        return new LedgerReference(
            delivery.GroupId, isNew ? rowKey : (await table.FindAsync<string>(delivery.GroupId, name))!.Value);
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

    Task<Stored<Delivery>?> ReadAsync(LedgerReference reference) =>
        table.FindAsync<Delivery>(reference.GroupId, reference.RowKey);

    static Delivery Apply(Delivery delivery, DeliveryCommand command) =>
        DeliveryRules.Decide(command, delivery).Aggregate(delivery, DeliveryRules.Evolve);
}
