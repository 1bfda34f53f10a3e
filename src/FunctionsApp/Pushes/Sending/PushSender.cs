using System.Diagnostics;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// Carries a push from its due instant to its end. Every step can be repeated: the push, its delivery and what the
/// guards asked change in one transaction, so that a decision on facts that changed meanwhile is made anew.
/// </summary>
public sealed class PushSender(
    PushStore pushes,
    PushPlanStore plans,
    PushFactReader facts,
    PushRecovery recovery,
    PushPreparation preparation,
    PushDispatcher deliveries,
    OwnerTapService taps,
    DaySheetFollowUp sheets,
    GroupStore groups,
    DeliveryWithdrawal withdrawal,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    // After the attempt that the ledger has planned.
    static readonly TimeSpan FollowDelay = TimeSpan.FromSeconds(30);

    /// <summary>Goes on with the push, whatever its state; an unknown one is ignored.</summary>
    public async Task ContinueAsync(string pushId)
    {
        if (await pushes.FindAsync(pushId) is not { } read) return;
        await (read.Value.State switch
        {
            PushState.Planned => TrySendAsync(read),
            PushState.Queued => FollowAsync(pushId, await deliveries.ContinueAsync(read.Value)),
            PushState.Held or PushState.AwaitingStaff => ExpireAsync(read.Value),
            // An earlier run may have ended before this.
            PushState.Missed => WithdrawAsync(read.Value),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>
    /// Records what became of the delivery, and looks again when it is not over. A delivery that is no push is ignored.
    /// </summary>
    public async Task FollowAsync(Delivery delivery)
    {
        if (PushDeliveries.FindPushId(delivery) is { } pushId) await FollowAsync(pushId, delivery);
    }

    async Task TrySendAsync(Stored<Push> read)
    {
        var (push, now) = (read.Value, clock.GetUtcNow());
        // A push that was moved or postponed has an item of due work for its new instant.
        if (!push.IsSendNow && (push.NotBefore ?? push.DueAt) > now) return;
        await preparation.EndAsync(push);
        var board = await plans.FindRecentAsync();
        if (recovery.Concerns(push, now)) await recovery.RecoverAsync(push, board);
        else if (now >= push.EndsAt) await RecordAsync(push.Id, new PushCommand.Expire(now));
        else await TrySendAsync(read, board);
    }

    async Task TrySendAsync(Stored<Push> first, PushBoard board)
    {
        var pushId = first.Value.Id;
        var attempt = deliveries.NewAttempt();
        var queued = await pushes.RetryAsync(async isFirst => (isFirst ? first : await pushes.FindAsync(pushId)) switch
        {
            { Value.State: PushState.Planned } read => await TryQueueAsync(read, board, attempt),
            // Another attempt stored it, or this one did and the answer was lost.
            { Value.State: PushState.Queued } read => await deliveries.ReadAsync(read),
            _ => null,
        });
        if (queued is null) return;
        if (await deliveries.TrySendAsync(queued, attempt) is { } push) await FollowAsync(push, delivery: null);
        else await FollowAsync(pushId, await deliveries.ContinueAsync(queued.Push.Value));
    }

    // Null when the push is not sent now.
    async Task<QueuedPush?> TryQueueAsync(Stored<Push> read, PushBoard board, string attempt)
    {
        var (push, now) = (read.Value, clock.GetUtcNow());
        if (await groups.FindAsync(push.GroupId) is not { Value: var group }) return null;
        var due = board.DueOf(push);
        var rows = await pushes.ReadGroupAsync(group.Id);
        var known = await facts.ReadAsync(group, rows, board, [due], now, now);
        switch (PushEvaluation.Evaluate(due, known, now))
        {
            case PushOutcome.Wait wait:
                await RecordAsync(push.Id, new PushCommand.Postpone(wait.Until, wait.Guard));
                await scheduler.SchedulePushAsync(push.Id, wait.Until);
                return null;
            case PushOutcome.Send send when await taps.TryAddAsync(push, group, known.Limits):
                return await QueueAsync(read, group, rows, send, attempt);
            case PushOutcome.Send:
                // Another push took the owner's last tap since the taps were counted.
                var limit = known.Limits.OwnerTapsPerDay;
                await SkipAsync(push, group, PushSkip.From(PushGuards.RefuseTap(limit, limit)));
                return null;
            case PushOutcome.Skip skip:
                await SkipAsync(push, group, skip.Reason);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    async Task<QueuedPush?> QueueAsync(
        Stored<Push> read, Group group, GroupPushRows rows, PushOutcome.Send send, string attempt)
    {
        var (queued, fault) = await deliveries.QueueAsync(read, group, rows, send, attempt);
        if (fault is not null) await SkipAsync(read.Value, group, fault);
        return queued;
    }

    async Task SkipAsync(Push push, Group group, PushSkip reason)
    {
        await RecordAsync(push.Id, new PushCommand.SkipFor(reason));
        await taps.RemoveAsync(push, group);
    }

    async Task FollowAsync(string pushId, Delivery delivery)
    {
        var at = delivery.SentAt ?? clock.GetUtcNow();
        var recorded = new PushCommand.RecordDelivery(delivery.State, at, delivery.Reason);
        if (await RecordAsync(pushId, recorded) is { } push) await FollowAsync(push, delivery);
    }

    async Task FollowAsync(Push push, Delivery? delivery)
    {
        if (push.IsOver) await taps.ReturnAsync(push);
        else if (push.State is PushState.AwaitingStaff) await scheduler.SchedulePushAsync(push.Id, push.EndsAt);
        else if (delivery?.CheckAgainAt is { } checkAt)
            await scheduler.SchedulePushAsync(push.Id, checkAt + FollowDelay);
    }

    async Task ExpireAsync(Push push)
    {
        var now = clock.GetUtcNow();
        // The ledger follows what a person has done, and the push follows the ledger.
        if (now < push.EndsAt || await deliveries.IsDoneByStaffAsync(push)) return;
        await preparation.EndAsync(push);
        if (await RecordAsync(push.Id, new PushCommand.Expire(now)) is not { IsOver: true } after) return;
        await taps.ReturnAsync(after);
        await WithdrawAsync(after);
    }

    async Task WithdrawAsync(Push push)
    {
        if (push is { State: PushState.Missed, DeliveryKey: { } key })
            await withdrawal.WithdrawAsync(push.GroupId, key, Phrasebook.Chinese.Template("push.missed"));
    }

    // Null when there is no such push.
    async Task<Push?> RecordAsync(string pushId, PushCommand command)
    {
        if (await pushes.DecideAsync(pushId, entry: null, command) is not { After: var push } decided) return null;
        if (decided.Events.Count > 0 && (push.IsOver || push.State is PushState.Planned))
            await sheets.FollowAsync(push);
        return push;
    }
}
