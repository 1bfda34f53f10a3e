using Community.Messaging.Channels.WeCom;
using Community.Messaging.StaffTasks;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.StaffNotices;

/// <summary>The recipient whose notices are due.</summary>
public sealed record StaffNoticeWork(string Recipient)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "staff-notice";
}

/// <summary>
/// Sends the notices that wait for a recipient in one message. The attempt is stored before the call: a notice whose
/// message may have arrived is not sent again.
/// </summary>
public sealed class StaffNoticeHandler(
    StaffNoticeStore store,
    StaffTaskStore tasks,
    GroupStore groups,
    WeComStaffClient platform,
    DueWorkScheduler scheduler,
    PublicAddress address,
    BrandTime brandTime,
    TimeProvider clock,
    ILogger<StaffNoticeHandler> log) : DueWorkHandler<StaffNoticeWork>(StaffNoticeWork.Kind)
{
    protected override async Task HandleAsync(StaffNoticeWork work, DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        var waiting = await store.ReadAsync(work.Recipient);
        if (waiting.Outbox.WaitUntil(now) is { } later)
        {
            if (waiting.Notices.Count > 0) await ScheduleAsync(work, later);
            return;
        }

        // The attempt did not end, so its message may have arrived.
        if (waiting.Outbox.Sending is { Count: > 0 } lost)
        {
            await store.WriteAsync(waiting, waiting.Outbox.Succeed(), lost);
            waiting = await store.ReadAsync(work.Recipient);
        }

        if (waiting.Notices.Count > 0) await SendAsync(work, waiting, now);
    }

    async Task SendAsync(StaffNoticeWork work, WaitingNotices waiting, DateTimeOffset now)
    {
        var keys = waiting.Notices.Select(notice => notice.RowKey).ToList();
        var lines = await LinesOfAsync(waiting.Notices);
        if (lines.Count == 0)
        {
            await store.WriteAsync(waiting, waiting.Outbox, keys);
            return;
        }

        // Nobody owns what the robot tells of.
        var page = StaffRecipient.UserIdOf(work.Recipient) is null ? "/console/" : "/sidebar";
        var text = StaffNoticeText.Compose(lines, address.Find(page));
        var begun = await store.WriteAsync(waiting, waiting.Outbox.Begin(keys, now));
        if (await TrySendAsync(work.Recipient, text))
        {
            await store.WriteAsync(begun, begun.Outbox.Succeed(), keys);
            return;
        }

        var failed = begun.Outbox.Fail();
        await ScheduleAsync(work, failed.WaitUntil(now) ?? now);
        await store.WriteAsync(begun, failed);
    }

    async Task<IReadOnlyList<StaffNoticeLine>> LinesOfAsync(IReadOnlyList<Stored<StaffNotice>> notices)
    {
        List<StaffNoticeLine> lines = [];
        foreach (var notice in notices.Select(row => row.Value).OrderBy(notice => notice.At))
        {
            if (await tasks.FindAsync(notice.TaskId) is not { Value: var task } || !notice.IsCurrent(task)) continue;
            var group = task.GroupId is { } id ? (await groups.FindAsync(id))?.Value.Name : null;
            lines.Add(new(notice.Kind, notice.Number, task.Kind, group, brandTime.Format(task.DueAt)));
        }

        return lines;
    }

    // False when the platform certainly told nobody and may do it later.
    async Task<bool> TrySendAsync(string recipient, string text)
    {
        if (StaffRecipient.UserIdOf(recipient) is not { } userId)
        {
            return await platform.SendByRobotAsync(StaffRecipient.Robot, text) is not { } reply
                || IsOver(reply, recipient);
        }

        var sent = await platform.SendAsync([userId], text);
        if (sent is WeComReply<StaffMessageResult>.Success { Value.Invaliduser.Length: > 0 })
            log.LogWarning("The app of WeCom may not send to {Recipient}, who misses notices of tasks.", recipient);
        return IsOver(sent, recipient);
    }

    bool IsOver<T>(WeComReply<T> reply, string recipient)
    {
        switch (reply)
        {
            case WeComReply<T>.NotSent:
                return false;
            case WeComReply<T>.Refused { Kind: var kind, Code: var code }:
                log.LogWarning("WeCom refused a notice of tasks to {Recipient}: {Code}", recipient, code);
                return kind is not (WeComErrorKind.Retry
                    or WeComErrorKind.RefreshToken
                    or WeComErrorKind.Wait
                    or WeComErrorKind.Configuration);
            default:
                return true;
        }
    }

    Task ScheduleAsync(StaffNoticeWork work, DateTimeOffset at) =>
        scheduler.ScheduleAsync(StaffNoticeWork.Kind, at, work);
}
