using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Sending;

/// <summary>Withdraws effects whose cause has ended, with their staff tasks.</summary>
public sealed class DeliveryWithdrawal(
    Ledger ledger, StaffTaskService tasks, MessageQueue<LedgerReference> outbox, TimeProvider clock)
{
    /// <summary>
    /// Skips the effect with this key unless it is over. When an attempt ended without a result, the outbox checks it
    /// once the attempt has timed out. A key that was not entered is ignored.
    /// </summary>
    public async Task WithdrawAsync(string groupId, string key, string reason)
    {
        if (await ledger.FindAsync(groupId, key) is not { } reference) return;
        if (await ledger.FindAsync(reference) is { State: DeliveryState.AwaitingStaff, TaskId: { } taskId })
        {
            await tasks.WithdrawAsync(taskId, reason);
            return;
        }

        // A person checks whether an uncertain effect happened.
        if (await ledger.FindAsync(reference) is { State: DeliveryState.Uncertain }) return;
        var delivery = await ledger.DecideAsync(reference, new DeliveryCommand.Skip(reason));
        if (delivery.CheckAgainAt is { } checkAt) await outbox.SendAsync(reference, checkAt - clock.GetUtcNow());
    }
}
