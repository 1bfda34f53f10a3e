using Community.Messaging.Deliveries;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.DaySheets;
using FunctionsApp.Pushes.Sending;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Pushes.Occurrences;

/// <summary>Carries out what persons decide about a push.</summary>
public sealed class PushCommandService(
    PushStore pushes,
    PushLibraryReader library,
    DueWorkScheduler scheduler,
    DeliveryWithdrawal withdrawal,
    Ledger ledger,
    StaffTaskService tasks,
    OwnerTapService taps,
    PushPreparation preparation,
    DaySheetFollowUp sheets,
    BrandTime brandTime)
{
    /// <summary>
    /// 200 with the push, or <paramref name="success"/>; 404 for an unknown one; 400 for a wrong field; 409 for a push
    /// that is over or queued. A repeat follows up again, because the first request may have failed before it did.
    /// </summary>
    public async Task<IResult> RunAsync(string pushId, PushCommand.Operator command, IResult? success = null)
    {
        if (await pushes.FindAsync(pushId) is not { Value: var push }) return NotFound(pushId);
        var decided = (await pushes.DecideAsync(pushId, await EntryAsync(push, command), command))!;
        if (decided.Events is [PushEvent.Refused refused]) return Problems.From(refused.Refusal);
        await FollowAsync(decided.After);
        await sheets.FollowAsync(decided.After, push);
        return success ?? ApiJson.Json(PushView.From(decided.After));
    }

    public static IResult NotFound(string pushId) => Problems.NotFound($"There is no push {pushId}.");

    // What a person sent counts for the guards as what the app sends.
    async Task<PushHistoryEntry?> EntryAsync(Push push, PushCommand.Operator command)
    {
        if (command is not PushCommand.Confirm || push.ContentId is not { } contentId) return null;
        if (await library.FindAsync(contentId) is not { Body: var body }) return null;
        return new PushHistoryEntry(
            push.Id, command.At, brandTime.DayOf(push.DueAt), body.Kind, contentId, body.ReuseDays);
    }

    async Task FollowAsync(Push push)
    {
        if (push.State is PushState.Planned)
            await scheduler.SchedulePushAsync(push.Id, push.NotBefore ?? push.DueAt);
        else if (push.State is PushState.Held)
            await scheduler.SchedulePushAsync(push.Id, push.EndsAt);
        if (!push.IsOver) return;
        await preparation.EndAsync(push);
        await taps.ReturnAsync(push);
        if (push.DeliveryKey is { } key) await EndDeliveryAsync(push, key);
    }

    // The staff task of a confirmed push is done, and its delivery is sent with it. Whoever confirms a message that may
    // have arrived has checked it. A sheet has further pushes.
    async Task EndDeliveryAsync(Push push, string key)
    {
        if (push.State is PushState.Skipped)
        {
            await withdrawal.WithdrawAsync(push.GroupId, key, "the push is skipped");
            return;
        }

        if (await ledger.FindAsync(push.GroupId, key) is not { } reference) return;
        var delivery = (await ledger.FindAsync(reference))!;
        if (delivery.State is DeliveryState.Uncertain)
            await tasks.CompleteAsync(NewStaffTasks.CheckMessageId(key), new CompleteTaskRequest(null));
        else if (delivery is { State: DeliveryState.AwaitingStaff, StaffTaskId: null, TaskId: { } taskId })
            await tasks.CompleteAsync(taskId, new CompleteTaskRequest(null));
        else if (delivery.StaffTaskId is not null)
            await ledger.DecideAsync(reference, new DeliveryCommand.ConfirmByStaff(push.SentAt!.Value));
    }
}
