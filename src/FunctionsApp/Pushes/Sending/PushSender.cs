using Community.Content;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Content.Sending;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
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
    OwnerTapStore taps,
    ContentMessageService messages,
    GroupStore groups,
    Ledger ledger,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    DueWorkScheduler scheduler,
    BrandTime brandTime,
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
        var read = await facts.ReadAsync(group, board, [due], now, now);
        switch (PushEvaluation.Evaluate(due, read, now))
        {
            case PushOutcome.Skip skip:
                await RecordAsync(push.Id, new PushCommand.SkipFor(skip.Reason));
                break;
            case PushOutcome.Wait wait:
                await RecordAsync(push.Id, new PushCommand.Postpone(wait.Until, wait.Guard));
                await ScheduleAsync(push.Id, wait.Until);
                break;
            case PushOutcome.Send send:
                await SendAsync(push, group, send, now);
                break;
        }
    }

    async Task SendAsync(Push push, Group group, PushOutcome.Send send, DateTimeOffset now)
    {
        var composed = await ComposeAsync(push, send.Item, group, now);
        if (composed.Message is null)
        {
            var skip = new PushSkip(PushSkipCause.ContentNotValid, ReasonOf(composed));
            await RecordAsync(push.Id, new PushCommand.SkipFor(skip));
            return;
        }

        if (OwnerOf(group) is { } owner) await taps.AddAsync(owner, TapDayOf(push), push.Id);
        var queued = await pushes.DecideAsync(
            push.Id,
            send.Entry,
            new PushCommand.SetContent(send.Item.Id),
            new PushCommand.Queue(PushDeliveries.KeyOf(push), now));
        if (queued?.After is { State: PushState.Queued } after) await DeliverAsync(after, group, composed.Message);
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
        var composed = await ComposeAsync(push, item, group, now);
        if (composed.Message is { } message) await DeliverAsync(push, group, message);
        else await RecordAsync(push.Id, new PushCommand.RecordDelivery(DeliveryState.Skipped, now, ReasonOf(composed)));
    }

    async Task DeliverAsync(Push push, Group group, ContentMessage message)
    {
        var delivery = await dispatcher.DeliverAsync(
            PushDeliveries.Create(push, group.Id, message, clock.GetUtcNow()));
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
        if (push.IsOver) await ReturnTapAsync(push);
        else if (push.State is PushState.AwaitingStaff) await ScheduleAsync(pushId, push.EndsAt);
        else if (delivery.CheckAgainAt is { } checkAt) await ScheduleAsync(pushId, checkAt + FollowDelay);
    }

    async Task ExpireAsync(Push push)
    {
        var now = clock.GetUtcNow();
        if (now < push.EndsAt) return;
        await preparation.EndAsync(push);
        if (await RecordAsync(push.Id, new PushCommand.Expire(now)) is not { IsOver: true } after) return;
        await ReturnTapAsync(after);
        if (after is { State: PushState.Missed, DeliveryKey: { } key })
            await withdrawal.WithdrawAsync(push.GroupId, key, Phrasebook.Chinese.Template("push.missed"));
    }

    // Null when there is no such push.
    async Task<Push?> RecordAsync(string pushId, PushCommand command) =>
        (await pushes.DecideAsync(pushId, entry: null, command))?.After;

    static string ReasonOf(ContentComposition composed) => Phrasebook.Chinese.Format(
        "push.skip.NotComposable", ("reason", string.Join('；', composed.Refusals.Select(refusal => refusal.Reason))));

    /// <summary>Gives the tap of an owner back: a push that was not sent cost nothing.</summary>
    public async Task ReturnTapAsync(Push push)
    {
        if (!facts.CostsTap || push is { State: PushState.Sent } or { DeliveryKey: null }) return;
        if (await groups.FindAsync(push.GroupId) is { Value: var group } && OwnerOf(group) is { } owner)
            await taps.RemoveAsync(owner, TapDayOf(push), push.Id);
    }

    string? OwnerOf(Group group) => facts.CostsTap ? group.Owner : null;

    DateOnly TapDayOf(Push push) => brandTime.DayOf(push.NotBefore ?? push.DueAt);

    // The texts that the push took over come first, unless the message would be too long for the group.
    async Task<ContentComposition> ComposeAsync(Push push, ContentItem item, Group group, DateTimeOffset at)
    {
        var own = await ComposeOneAsync(push, item, group, at);
        if (own.Message is not { } message) return own;
        List<string> texts = [];
        foreach (var id in push.TakenOver)
        {
            if (await library.FindAsync(id) is { } taken
                && ContentRules.WhyNotSendable(taken, at) is null
                && (await ComposeOneAsync(push, taken, group, at)).Message is { } earlier)
                texts.Add(earlier.Text);
        }

        var whole = string.Join("\n\n", [.. texts, message.Text]);
        return TextLimit.Fits(whole, TextLimit.RobotBytes) ? own with { Message = message with { Text = whole } } : own;
    }

    Task<ContentComposition> ComposeOneAsync(Push push, ContentItem item, Group group, DateTimeOffset at)
    {
        var variant = ContentVariants.Assign(item.Id, group.Id, item.Body.Variants.Count);
        return messages.ComposeAsync(
            item, new ContentOccurrence(PushDeliveries.CauseOf(push.Id), group, variant, at));
    }

    Task ScheduleAsync(string pushId, DateTimeOffset at) =>
        scheduler.ScheduleAsync(DuePushWork.Kind, at, new DuePushWork(pushId));
}
