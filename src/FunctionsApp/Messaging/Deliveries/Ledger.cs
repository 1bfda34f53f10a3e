using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Deliveries;

/// <summary>Where a delivery stands in the ledger.</summary>
public sealed record LedgerReference(string GroupId, string RowKey)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "outbox";
}

/// <summary>
/// The ledger (送达): one partition a group, in order of time. Beside each delivery a row under the effect's name leads to it; both are
/// added in one transaction, so one name has one delivery whoever asks, and however often.
/// </summary>
public sealed class Ledger(DeliveriesTable table)
{
    const string NamePrefix = "name-";
    const string DeliveryPrefix = "sent-";
    const string BudgetRow = "budget-robot";
    const string GroupSendRow = "budget-group-send";

    // Of two effects of one instant the one that is entered first comes first.
    int entries;

    /// <summary>Enters the effect; a repeat enters nothing and finds the row that stands.</summary>
    public Task<LedgerReference> EnterAsync(NewDelivery request) => EnterAsync(Delivery.From(request));

    /// <summary>Enters what staff were told, by the app itself and through no channel: it is said with this row, once.</summary>
    public Task<LedgerReference> RecordSentAsync(NewDelivery request, string taskId) =>
        EnterAsync(Delivery.From(request) with { State = DeliveryState.Sent, SentAt = request.At, TaskId = taskId });

    /// <summary>The delivery; null when the reference leads nowhere.</summary>
    public async Task<Delivery?> FindAsync(LedgerReference reference) => (await ReadAsync(reference))?.Value;

    /// <summary>Where the delivery with this name stands; null when there is none.</summary>
    public async Task<LedgerReference?> FindAsync(string groupId, string key) =>
        await table.FindAsync<string>(groupId, NamePrefix + EffectKey.Digest(key)) is { } entered ? new LedgerReference(groupId, entered.Value) : null;

    /// <summary>Decides on the delivery, by one command after the other, and stores what came of it.</summary>
    public Task<Delivery> DecideAsync(LedgerReference reference, params IReadOnlyList<DeliveryCommand> commands) => table.RetryAsync(async () =>
    {
        var read = await ReadAsync(reference) ?? throw new InvalidOperationException($"The ledger of {reference.GroupId} has no {reference.RowKey}.");
        var after = commands.Aggregate(read.Value, (delivery, command) => DeliveryRules.Decide(command, delivery).Aggregate(delivery, DeliveryRules.Evolve));
        if (after != read.Value) await table.CommitAsync(Row.Write(reference.GroupId, reference.RowKey, after, read));
        return after;
    });

    /// <summary>Books a place among the robot messages that the group may get; the answer is the instant from which the message may go.</summary>
    public Task<DateTimeOffset> ReserveRobotAsync(string groupId, DeliveryPriority priority, DateTimeOffset now) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<RobotBudget>(groupId, BudgetRow);
        var (after, at) = (read?.Value ?? new RobotBudget()).Reserve(priority, now);
        await table.CommitAsync(Row.Write(groupId, BudgetRow, after, read));
        return at;
    });

    /// <summary>Books the day's group send for the delivery; false when it is not to have it.</summary>
    public Task<bool> ReserveGroupSendAsync(Delivery delivery, DateOnly today) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<GroupSendBudget>(delivery.GroupId, GroupSendRow);
        var before = read?.Value ?? new GroupSendBudget();
        if (before.Reserve(delivery, today) is not { } after) return false;
        if (after != before) await table.CommitAsync(Row.Write(delivery.GroupId, GroupSendRow, after, read));
        return true;
    });

    /// <summary>One page of the group's deliveries, oldest first.</summary>
    public async Task<Slice<Delivery>> PageAsync(string groupId, int size, string? continuation) =>
        (await table.PageAsync<Delivery>(groupId, DeliveryPrefix, size, continuation)).Map(delivery => delivery.Value);

    async Task<LedgerReference> EnterAsync(Delivery delivery)
    {
        var name = NamePrefix + EffectKey.Digest(delivery.Key);
        var rowKey = $"{DeliveryPrefix}{delivery.QueuedAt.UtcTicks:d19}-{(uint)Interlocked.Increment(ref entries):d10}-{EffectKey.Digest(delivery.Key)}";
        var entered = await table.TryAddAsync(Row.Add(delivery.GroupId, name, rowKey), Row.Add(delivery.GroupId, rowKey, delivery));
        return new LedgerReference(delivery.GroupId, entered ? rowKey : (await table.FindAsync<string>(delivery.GroupId, name))!.Value);
    }

    Task<Stored<Delivery>?> ReadAsync(LedgerReference reference) => table.FindAsync<Delivery>(reference.GroupId, reference.RowKey);
}
