using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// A message of a conversion that is not sent yet. It is attempted again at <paramref name="CheckAgainAt"/>, or, when
/// that is null, after the staff task <paramref name="TaskId"/> is done.
/// </summary>
public sealed record PendingMessage(ConversionStep Step, DateTimeOffset? CheckAgainAt, string? TaskId)
{
    /// <summary>Null for a message that is sent, failed or skipped.</summary>
    public static PendingMessage? From(ConversionStep step, Delivery delivery) =>
        delivery.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped
            ? null
            : new PendingMessage(step, delivery.CheckAgainAt, delivery.TaskId);
}

/// <summary>The messages of a conversion to a group. Each step has one, and its key follows from the step.</summary>
public sealed class GroupMessageService(
    Ledger ledger, DeliveryAttempt attempt, StaffTaskService tasks, DeliveryWithdrawal withdrawal)
{
    const string Overtaken = "overtaken by the next step";

    /// <summary>Enters the message of the step and attempts it. A repeat continues from the stored state.</summary>
    public async Task<Delivery> SendAsync(
        ConversionGroup group, ConversionStep step, string text, DateTimeOffset at) =>
        await attempt.RunAsync(await ledger.EnterAsync(new NewDelivery(
            CauseOf(group),
            ConversionStepNames.InLedger(step),
            group.GroupId,
            MemberId: null,
            ChannelAction.SendToGroup,
            DeliveryPriority.Sale,
            text,
            at)));

    /// <summary>Attempts the message of the step again; null when the ledger does not have it any more.</summary>
    public async Task<Delivery?> ContinueAsync(ConversionGroup group, ConversionStep step) =>
        await ledger.FindAsync(group.GroupId, KeyOf(group, step)) is { } reference
            ? await attempt.RunAsync(reference)
            : null;

    /// <summary>True when the ledger has the message of the step.</summary>
    public async Task<bool> IsEnteredAsync(ConversionGroup group, ConversionStep step) =>
        await ledger.FindAsync(group.GroupId, KeyOf(group, step)) is not null;

    /// <summary>Skips messages that were not sent.</summary>
    public async Task WithdrawAsync(ConversionGroup group, IEnumerable<PendingMessage> messages)
    {
        foreach (var message in messages)
        {
            await (message.TaskId is { } taskId
                ? tasks.WithdrawAsync(taskId, Overtaken)
                : withdrawal.WithdrawAsync(group.GroupId, KeyOf(group, message.Step), Overtaken));
        }
    }

    static string KeyOf(ConversionGroup group, ConversionStep step) =>
        EffectKey.From(CauseOf(group), ConversionStepNames.InLedger(step), group.GroupId);

    static string CauseOf(ConversionGroup group) =>
        SellingInstanceIds.ConversionGroup(group.ConversionId, group.GroupId);
}
