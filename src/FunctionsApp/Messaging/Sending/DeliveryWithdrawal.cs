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
    /// Skips the effect with this key unless it is over, and withdraws its staff task. A key that was not entered is
    /// ignored.
    /// </summary>
    public async Task WithdrawAsync(string groupId, string key, string reason)
    {
        if (await ledger.FindAsync(groupId, key) is { } reference) await WithdrawAsync(reference, reason);
    }

    /// <summary>
    /// Skips the effect unless it is over, and withdraws its staff task, unless the task lists others too. When an
    /// attempt ended without a result, the outbox checks the effect once the attempt has timed out.
    /// </summary>
    public async Task WithdrawAsync(LedgerReference reference, string reason)
    {
        // A person checks whether an uncertain effect happened.
        if (await ledger.FindAsync(reference) is { State: DeliveryState.Uncertain }) return;
        var delivery = await ledger.DecideAsync(reference, new DeliveryCommand.Skip(reason));
        if (delivery is { State: DeliveryState.Skipped, TaskId: { } taskId, StaffTaskId: null })
            await tasks.WithdrawAsync(taskId, reason);
        if (delivery.CheckAgainAt is { } checkAt) await outbox.SendAsync(reference, checkAt - clock.GetUtcNow());
    }
}
