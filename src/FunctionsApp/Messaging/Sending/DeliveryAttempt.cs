using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Attempts one effect of the ledger: through the channel, or through a person when the platform needs one or refuses,
/// or when its answer is lost. Each attempt has an id of its own, which tells its writes from those of other attempts.
/// </summary>
public sealed class DeliveryAttempt(
    Ledger ledger,
    GroupStore groups,
    IChannel channel,
    ChannelClient client,
    StaffTaskService tasks,
    GroupSendRule rule,
    IdSource ids,
    TimeProvider clock)
{
    // A held message looks again that often whether the hold is released.
    static readonly TimeSpan HoldInterval = TimeSpan.FromMinutes(5);

    /// <inheritdoc cref="RunAsync(LedgerEntry)"/>
    public async Task<Delivery> RunAsync(LedgerReference reference) =>
        await RunAsync(await ledger.ReadAsync(reference));

    /// <summary>
    /// The delivery after the attempt: <c>Queued</c> when the channel's limits or a hold of the group make it wait,
    /// <c>Sending</c> during another attempt.
    /// </summary>
    public async Task<Delivery> RunAsync(LedgerEntry entry) => entry.Delivery.State switch
    {
        DeliveryState.Queued => await SendAsync(entry),
        DeliveryState.Sending => await DecideAsync(entry, new DeliveryCommand.Begin(ids.NewId(), clock.GetUtcNow())),
        DeliveryState.AwaitingStaff => entry.Delivery,
        _ => await FollowAsync(entry.Delivery),
    };

    /// <summary>
    /// Enters a private message and begins its attempt in one transaction. Null when the message was entered before, or
    /// when the channel cannot send it alone or at all.
    /// </summary>
    public async Task<Delivery?> TrySendPrivatelyAsync(NewDelivery message, Group group)
    {
        if (message.Action is not ChannelAction.SendToMember || !channel.SendsAlone(message, group)) return null;
        var draft = await ledger.DraftAsync(message, new DeliveryCommand.Begin(ids.NewId(), clock.GetUtcNow()));
        return await ledger.TryEnterAsync(draft) is { } begun
            ? await CallChannelAsync(begun, group, Capability.Automatic)
            : null;
    }

    // Every attempt repeats what an outcome causes, because an earlier attempt may have ended before it.
    async Task<Delivery> FollowAsync(Delivery delivery)
    {
        if (delivery is { State: DeliveryState.Sent, JoinUrl: { } joinUrl })
            await groups.DecideAsync(delivery.GroupId, new GroupCommand.Open(joinUrl, clock.GetUtcNow()));
        if (delivery.State is not DeliveryState.Uncertain || await FindLiveGroupAsync(delivery) is not { } group)
            return delivery;

        var check = NewStaffTasks.Check(delivery, group, clock.GetUtcNow());
        await tasks.OpenAsync(check);
        return delivery with { TaskId = check.Id };
    }

    async Task<Delivery> SendAsync(LedgerEntry entry)
    {
        var delivery = entry.Delivery;
        if (await FindLiveGroupAsync(delivery) is not { } group)
            return await DecideAsync(entry, new DeliveryCommand.Skip("the group is dissolved"));

        var now = clock.GetUtcNow();
        // The row stays as it is, so that a place of the robot is taken when the message is sent.
        if (delivery.IsMessage && !group.TakesMessagesOf(delivery.CrisisId))
            return delivery with { NotBefore = now + HoldInterval };
        var capability = channel.CapabilityOf(delivery.Action);
        var needsPlace = NeedsRobotPlace(delivery, capability, now);
        if (!needsPlace && delivery.NotBefore > now) return delivery;
        if (capability is Capability.Manual or Capability.Unavailable)
            return await HandToStaffAsync(entry, group, capability);
        if (delivery.IsMessage && LimitOf(capability) is var limit && !TextLimit.Fits(delivery.Text, limit))
        {
            var reason = $"the text is longer than {limit} bytes, so a person sends it in parts";
            return await HandToStaffAsync(entry, group, Capability.Manual, reason);
        }

        if (!await HasGroupSendAsync(delivery, capability, now))
        {
            return await HandToStaffAsync(entry, group, Capability.Manual, NoGroupSend(rule.Limit));
        }

        var begin = new DeliveryCommand.Begin(ids.NewId(), now);
        var begun = needsPlace
            ? await ledger.BeginRobotMessageAsync(entry, begin)
            : await ledger.DecideAsync(entry, begin);
        return begun.Delivery.State is DeliveryState.Sending && begun.Delivery.Owner == begin.Owner
            ? await CallChannelAsync(begun, group, capability)
            : await FollowAsync(begun.Delivery);
    }

    async Task<Group?> FindLiveGroupAsync(Delivery delivery) =>
        await groups.FindAsync(delivery.GroupId) is { Value: { IsAlive: true } group } ? group : null;

    // False for an effect that is no robot message, or still has its place in this minute.
    static bool NeedsRobotPlace(Delivery delivery, Capability capability, DateTimeOffset now) =>
        capability is Capability.Automatic
        && delivery.Action is ChannelAction.SendToGroup
        && (delivery.NotBefore is not { } place
            || RobotBudget.IsMissed(place, now)
            || ClockRule.IsFromFuture(delivery.PostponedAt, now));

    async Task<bool> HasGroupSendAsync(Delivery delivery, Capability capability, DateTimeOffset now) =>
        capability is not Capability.StaffConfirmed
        || delivery.Action is not ChannelAction.SendToGroup
        || await ledger.ReserveGroupSendAsync(delivery, now, rule);

    static string NoGroupSend(GroupSendLimit limit) => limit switch
    {
        GroupSendLimit.Monthly => "the group sends of the month are kept for sales, or used up",
        GroupSendLimit.Weekly => "the group sends of the week are kept for sales, or used up",
        _ => "the day's one group send is kept for a sale, or taken",
    };

    async Task<Delivery> CallChannelAsync(LedgerEntry entry, Group group, Capability capability) =>
        await client.PerformAsync(entry.Delivery) switch
        {
            ChannelOutcome.Decided decided => await DecideAsync(entry, decided.Command),
            ChannelOutcome.ByHand byHand => await SendByHandAsync(entry, group, byHand.Reason),
            _ => await HandToStaffAsync(entry, group, capability),
        };

    // A person who sends it needs no group send.
    async Task<Delivery> SendByHandAsync(LedgerEntry entry, Group group, string reason)
    {
        if (entry.Delivery.Action is ChannelAction.SendToGroup) await ledger.ReleaseGroupSendAsync(entry.Delivery);
        return await HandToStaffAsync(entry, group, Capability.Manual, reason);
    }

    static int LimitOf(Capability capability) =>
        capability is Capability.Automatic ? TextLimit.RobotBytes : TextLimit.GroupSendBytes;

    async Task<Delivery> DecideAsync(LedgerEntry entry, DeliveryCommand command) =>
        await FollowAsync((await ledger.DecideAsync(entry, command)).Delivery);

    // A person finds a member by the name that the platform shows, not by the id.
    async Task<string?> FindNameAsync(Delivery delivery) => delivery.MemberId is { } memberId
        ? (await groups.FindMemberAsync(delivery.GroupId, memberId))?.Name
        : null;

    // The task is stored before the ledger's row: after a crash the repeat stores the same task again.
    async Task<Delivery> HandToStaffAsync(
        LedgerEntry entry, Group group, Capability capability, string? reason = null)
    {
        if (entry.Delivery.StaffTaskId is { } shared)
            return await DecideAsync(entry, new DeliveryCommand.HandToStaff(shared, reason));
        var name = await FindNameAsync(entry.Delivery);
        var task = NewStaffTasks.CarryOut(entry.Delivery, group, capability, clock.GetUtcNow(), name);
        await tasks.OpenAsync(task);
        return await DecideAsync(entry, new DeliveryCommand.HandToStaff(task.Id, reason));
    }
}
