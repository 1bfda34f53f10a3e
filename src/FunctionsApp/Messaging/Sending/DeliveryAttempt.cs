using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Messaging.Sending;

/// <summary>
/// Carries one effect of the ledger as far as it can go now: through the channel, or to a person where the platform needs one, refuses, or
/// left its answer in doubt. Each attempt has a name of its own, by which it knows its own writes again.
/// </summary>
public sealed class DeliveryAttempt(
    Ledger ledger,
    GroupStore groups,
    IChannel channel,
    StaffTaskService tasks,
    BrandTime brandTime,
    IdSource ids,
    TimeProvider clock)
{
    /// <summary>A channel that has not answered by then is given up, and what it did is unknown.</summary>
    public static readonly TimeSpan ChannelTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The delivery as it stands afterwards: still queued where the channel's limits ask to wait, sending where another attempt is under way.</summary>
    public async Task<Delivery> SendAsync(LedgerReference reference, DurableTaskClient durable)
    {
        var delivery = await ledger.FindAsync(reference) ?? throw new InvalidOperationException($"The ledger of {reference.GroupId} has no {reference.RowKey}.");
        delivery = delivery.State switch
        {
            DeliveryState.Queued => await SendQueuedAsync(reference, delivery, durable),
            DeliveryState.Sending => await ledger.DecideAsync(reference, new DeliveryCommand.Begin(ids.NewId(), clock.GetUtcNow())),
            _ => delivery,
        };
        return await FollowAsync(delivery, durable);
    }

    // What an outcome calls for is seen to whenever it is looked at: the attempt that brought it about may have ended before it could.
    async Task<Delivery> FollowAsync(Delivery delivery, DurableTaskClient durable)
    {
        if (delivery is { State: DeliveryState.Sent, JoinUrl: { } joinUrl }) await groups.DecideAsync(delivery.GroupId, new GroupCommand.Open(joinUrl));
        if (delivery.State is not DeliveryState.Uncertain || await groups.FindAsync(delivery.GroupId) is not { Value.IsAlive: true } group) return delivery;
        var check = NewStaffTasks.Check(delivery, group.Value, clock.GetUtcNow());
        await tasks.OpenAsync(check, durable);
        return delivery with { TaskId = check.Id };
    }

    async Task<Delivery> SendQueuedAsync(LedgerReference reference, Delivery delivery, DurableTaskClient durable)
    {
        if (await groups.FindAsync(delivery.GroupId) is not { Value.IsAlive: true } group)
            return await ledger.DecideAsync(reference, new DeliveryCommand.Skip("the group is dissolved"));
        var capability = channel.CapabilityOf(delivery.To);
        var now = clock.GetUtcNow();
        List<DeliveryCommand> commands = [];
        if (capability is Capability.Automatic && delivery.To is ChannelAction.SendToGroup && !(delivery.NotBefore is { } place && !RobotBudget.IsMissed(place, now)))
        {
            var booked = new DeliveryCommand.Postpone(await ledger.ReserveRobotAsync(delivery.GroupId, delivery.Priority, now), delivery.NotBefore);
            if (booked.Until > now) return await ledger.DecideAsync(reference, booked);
            commands.Add(booked);
        }

        if (delivery.NotBefore > now) return delivery;
        if (capability is Capability.Manual) return await HandToStaffAsync(reference, delivery, group.Value, capability, durable);
        if (capability is Capability.StaffConfirmed && delivery.To is ChannelAction.SendToGroup && !await ledger.ReserveGroupSendAsync(delivery, brandTime.DayOf(now)))
            return await HandToStaffAsync(reference, delivery, group.Value, Capability.Manual, durable, "the day's one group send is kept for a sale, or taken");

        var attempt = ids.NewId();
        var begun = await ledger.DecideAsync(reference, [.. commands, new DeliveryCommand.Begin(attempt, now)]);
        return begun.State is DeliveryState.Sending && begun.Owner == attempt ? await CallChannelAsync(reference, begun, group.Value, capability, durable) : begun;
    }

    async Task<Delivery> CallChannelAsync(LedgerReference reference, Delivery delivery, Group group, Capability capability, DurableTaskClient durable)
    {
        ChannelReply reply;
        try
        {
            using var patience = new CancellationTokenSource(ChannelTimeout);
            var text = TextLimit.Fit(delivery.Text, capability is Capability.Automatic ? TextLimit.RobotBytes : TextLimit.GroupSendBytes);
            reply = await channel.PerformAsync(new ChannelCall(delivery.To, delivery.Key, delivery.GroupId, delivery.MemberId, text), patience.Token);
        }
#pragma warning disable CA1031 // whatever went wrong, the platform may have done it: a person looks, and nothing is sent again
        catch (Exception)
#pragma warning restore CA1031
        {
            return await ledger.DecideAsync(reference, new DeliveryCommand.LoseAnswer(delivery.Owner!));
        }

        return (reply, capability) switch
        {
            (ChannelReply.Refused refused, _) when delivery.IsMessage => await ledger.DecideAsync(reference, new DeliveryCommand.Refuse(delivery.Owner!, refused.Reason)),
            (ChannelReply.Accepted accepted, Capability.Automatic) => await ledger.DecideAsync(
                reference, new DeliveryCommand.Accept(delivery.Owner!, accepted.MessageId, clock.GetUtcNow()) { JoinUrl = accepted.JoinUrl }),
            _ => await HandToStaffAsync(reference, delivery, group, capability, durable), // prepared for a person to confirm, or refused and now a person's to do
        };
    }

    // The task comes first: a crash in between repeats this step, and the same effect always asks for the same task.
    async Task<Delivery> HandToStaffAsync(
        LedgerReference reference, Delivery delivery, Group group, Capability capability, DurableTaskClient durable, string? reason = null)
    {
        var task = NewStaffTasks.CarryOut(delivery, group, capability, clock.GetUtcNow());
        await tasks.OpenAsync(task, durable);
        return await ledger.DecideAsync(reference, new DeliveryCommand.HandToStaff(task.Id, reason));
    }
}
