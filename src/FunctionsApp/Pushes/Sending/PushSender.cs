using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Content.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// Carries a push from its due instant to its end. Every step can be repeated: the push is queued before its delivery
/// is entered, and the delivery has one key.
/// </summary>
public sealed class PushSender(
    PushStore pushes,
    PushPlanStore plans,
    PushFactReader facts,
    PushRecovery recovery,
    PushPreparation preparation,
    PushLibraryReader library,
    OwnerTapService taps,
    PushMessageService messages,
    GroupStore groups,
    Ledger ledger,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    // After the attempt that the ledger has planned.
    static readonly TimeSpan FollowDelay = TimeSpan.FromSeconds(30);

    /// <summary>Goes on with the push, whatever its state; an unknown one is ignored.</summary>
    public async Task ContinueAsync(string pushId)
    {
        if (await pushes.FindAsync(pushId) is not { Value: var push }) return;
        await (push.State switch
        {
            PushState.Planned => TrySendAsync(push),
            PushState.Queued => DeliverAsync(push),
            PushState.Held or PushState.AwaitingStaff => ExpireAsync(push),
            _ => Task.CompletedTask,
        });
    }

    async Task TrySendAsync(Push push)
    {
        var now = clock.GetUtcNow();
        // A push that was moved or postponed has an item of due work for its new instant.
        if (!push.IsSendNow && (push.NotBefore ?? push.DueAt) > now) return;
        await preparation.EndAsync(push);
        var board = await plans.FindRecentAsync();
        if (recovery.Concerns(push, now))
        {
            await recovery.RecoverAsync(push.GroupId, board);
            return;
        }

        if (now >= push.EndsAt)
        {
            await RecordAsync(push.Id, new PushCommand.Expire(now));
            return;
        }

        if (await groups.FindAsync(push.GroupId) is not { Value: var group }) return;
        var due = board.DueOf(push);
        var rows = await pushes.ReadGroupAsync(group.Id);
        var read = await facts.ReadAsync(group, rows, board, [due], now, now);
        switch (PushEvaluation.Evaluate(due, read, now))
        {
            case PushOutcome.Skip skip:
                await RecordAsync(push.Id, new PushCommand.SkipFor(skip.Reason));
                break;
            case PushOutcome.Wait wait:
                await RecordAsync(push.Id, new PushCommand.Postpone(wait.Until, wait.Guard));
                await scheduler.SchedulePushAsync(push.Id, wait.Until);
                break;
            case PushOutcome.Send send:
                await SendAsync(push, group, send, now);
                break;
        }
    }

    async Task SendAsync(Push push, Group group, PushOutcome.Send send, DateTimeOffset now)
    {
        var composed = await messages.ComposeAsync(push, send.Item, group, now);
        if (composed.Message is not { } message)
        {
            var skip = new PushSkip(PushSkipCause.ContentNotValid, composed.Fault);
            await RecordAsync(push.Id, new PushCommand.SkipFor(skip));
            return;
        }

        await taps.AddAsync(push, group);
        var queued = await pushes.DecideAsync(
            push.Id,
            send.Entry,
            new PushCommand.SetContent(send.Item.Id),
            new PushCommand.Queue(PushDeliveries.KeyOf(push), now));
        if (queued?.After is { State: PushState.Queued } after) await DeliverAsync(after, message);
    }

    // Only the first attempt that reached the ledger decides about the text.
    async Task DeliverAsync(Push push)
    {
        if (await ledger.FindAsync(push.GroupId, push.DeliveryKey!) is { } reference)
        {
            await FollowAsync(push.Id, await dispatcher.ContinueAsync(reference));
            return;
        }

        if (await groups.FindAsync(push.GroupId) is not { Value: var group }) return;
        if (await library.FindAsync(push.ContentId!) is not { } item) return;
        var now = clock.GetUtcNow();
        var composed = await messages.ComposeAsync(push, item, group, now);
        if (composed.Message is { } message) await DeliverAsync(push, message);
        else await RecordAsync(push.Id, new PushCommand.RecordDelivery(DeliveryState.Skipped, now, composed.Fault));
    }

    async Task DeliverAsync(Push push, ContentMessage message)
    {
        var delivery = await dispatcher.DeliverAsync(PushDeliveries.Create(push, message, clock.GetUtcNow()));
        await FollowAsync(push.Id, delivery);
    }

    /// <summary>
    /// Records what became of the delivery, and looks again when it is not over. A delivery that is no push is ignored.
    /// </summary>
    public async Task FollowAsync(Delivery delivery)
    {
        if (PushDeliveries.FindPushId(delivery) is { } pushId) await FollowAsync(pushId, delivery);
    }

    async Task FollowAsync(string pushId, Delivery delivery)
    {
        var at = delivery.SentAt ?? clock.GetUtcNow();
        var recorded = new PushCommand.RecordDelivery(delivery.State, at, delivery.Reason);
        if (await RecordAsync(pushId, recorded) is not { } push) return;
        if (push.IsOver) await taps.ReturnAsync(push);
        else if (push.State is PushState.AwaitingStaff) await scheduler.SchedulePushAsync(pushId, push.EndsAt);
        else if (delivery.CheckAgainAt is { } checkAt) await scheduler.SchedulePushAsync(pushId, checkAt + FollowDelay);
    }

    async Task ExpireAsync(Push push)
    {
        var now = clock.GetUtcNow();
        if (now < push.EndsAt) return;
        await preparation.EndAsync(push);
        if (await RecordAsync(push.Id, new PushCommand.Expire(now)) is not { IsOver: true } after) return;
        await taps.ReturnAsync(after);
        if (after is { State: PushState.Missed, DeliveryKey: { } key })
            await withdrawal.WithdrawAsync(push.GroupId, key, Phrasebook.Chinese.Template("push.missed"));
    }

    // Null when there is no such push.
    async Task<Push?> RecordAsync(string pushId, PushCommand command) =>
        (await pushes.DecideAsync(pushId, entry: null, command))?.After;
}
