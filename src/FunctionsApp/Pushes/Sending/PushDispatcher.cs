using Azure.Data.Tables;
using Community.Content;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;

namespace FunctionsApp.Pushes.Sending;

/// <summary>A push and its delivery as their transaction stored them.</summary>
public sealed record QueuedPush(Stored<Push> Push, LedgerEntry Delivery);

/// <summary>
/// Hands pushes to the ledger. The push and its delivery are stored together before the channel is called, and again
/// with its answer.
/// </summary>
public sealed class PushDispatcher(
    PushStore pushes,
    PushMessageService messages,
    DaySheetDeliveries sheets,
    RobotMessageService robot,
    DeliveryDispatcher dispatcher,
    Ledger ledger,
    StaffTaskStore tasks,
    IdSource ids,
    TimeProvider clock)
{
    /// <summary>An id that tells the writes of one attempt from those of others.</summary>
    public string NewAttempt() => ids.NewId();

    /// <summary>
    /// Queues a planned push. The result has a fault, and nothing is stored, when its item makes no message for the
    /// group; it has neither when the push cannot be queued. Throws <see cref="ConflictException"/> when something
    /// changed since it was read.
    /// </summary>
    public async Task<(QueuedPush? Queued, PushSkip? Fault)> QueueAsync(
        Stored<Push> read, Group group, GroupPushRows rows, PushOutcome.Send send, string attempt)
    {
        var (push, now) = (read.Value, clock.GetUtcNow());
        var composed = await messages.ComposeAsync(push, send.Item, group, now);
        if (composed.Message is not { } message)
            return (null, new PushSkip(PushSkipCause.ContentNotValid, composed.Fault));
        var delivery = sheets.Prepare(PushDeliveries.Create(push, message, now), push, group, rows);
        var after = PushRules.Apply(
            push,
            new PushCommand.SetContent(send.Item.Id),
            new PushCommand.Queue(delivery.Key, now, ContentVariants.Assign(send.Item, group.Id)));
        if (after.State is not PushState.Queued) return (null, null);
        var draft = await robot.DraftAsync(delivery, group, rows.RobotBudget, attempt);
        var (stored, entry) = await pushes.QueueAsync(read, after, send.Entry, rows, draft);
        return (new QueuedPush(stored, entry), null);
    }

    /// <summary>The queued push with its delivery.</summary>
    public async Task<QueuedPush> ReadAsync(Stored<Push> push) =>
        new(push, await ledger.ReadAsync(await ReferenceAsync(push.Value)));

    /// <summary>
    /// Sends a push whose delivery the attempt has begun. The result is the push with the outcome; null when the push
    /// does not have it yet.
    /// </summary>
    public async Task<Push?> TrySendAsync(QueuedPush queued, string attempt)
    {
        if (queued.Delivery.Delivery is not { State: DeliveryState.Sending } begun || begun.Owner != attempt)
            return null;
        var after = queued.Push.Value;
        var delivery = await robot.TrySendAsync(queued.Delivery, RowsOf);
        return delivery is not null && after.State is not PushState.Queued ? after : null;

        IReadOnlyList<TableTransactionAction> RowsOf(Delivery sent)
        {
            var recorded = new PushCommand.RecordDelivery(sent.State, sent.SentAt ?? clock.GetUtcNow(), sent.Reason);
            var outcome = PushRules.Apply(queued.Push.Value, recorded);
            // The history changes with a push that was not sent.
            if (!PushStore.Counts(outcome)) return [];
            after = outcome;
            return [PushStore.ToRow(queued.Push, after)];
        }
    }

    /// <summary>True when a person has done the push's own staff task, also before its delivery says so.</summary>
    public async Task<bool> IsDoneByStaffAsync(Push push) =>
        push.DeliveryKey is { } key
        && await ledger.FindByKeyAsync(push.GroupId, key) is { StaffTaskId: null, TaskId: { } taskId }
        && await tasks.FindAsync(taskId) is { Value: { Status: StaffTaskStatus.Done, IsWithdrawn: false } };

    /// <summary>Attempts the delivery of a queued push again; the result is the delivery after that.</summary>
    public async Task<Delivery> ContinueAsync(Push push) =>
        await dispatcher.ContinueAsync(await ReferenceAsync(push));

    async Task<LedgerReference> ReferenceAsync(Push push) =>
        await ledger.FindAsync(push.GroupId, push.DeliveryKey!)
        ?? throw new InvalidOperationException($"The push {push.Id} has no delivery.");
}
